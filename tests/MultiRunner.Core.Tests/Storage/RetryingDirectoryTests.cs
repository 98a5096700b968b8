using Microsoft.Extensions.Time.Testing;
using MultiRunner.Storage;
using Xunit;

namespace MultiRunner.Core.Tests.Storage;

public class RetryingDirectoryTests
{
    private static readonly SharedDirectoryException Stale = new("stale", 116, isTransient: true);
    private static readonly SharedDirectoryException Full = new("full", 28, isTransient: false);

    private readonly FakeTimeProvider time = new();
    private readonly Failing inner;
    private readonly RetryingDirectory directory;

    public RetryingDirectoryTests()
    {
        inner = new Failing(time);
        directory = new RetryingDirectory(inner, time);
    }

    public static TheoryData<string> Operations =>
        ["TryRename", "TryRenameDirectory", "TryRead", "TryReadStart", "WriteDurable", "Write", "WriteInPieces", "List", "TryDelete", "CreateDirectory", "DeleteDirectory"];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Every_operation_is_repeated_with_the_same_arguments_until_it_succeeds(string operation)
    {
        inner.Failures = [Stale, Stale, Stale];

        await Drive(Call(operation));

        Assert.Equal(4, inner.Calls.Count);
        Assert.StartsWith(operation + "(", inner.Calls[0].What, StringComparison.Ordinal);
        Assert.Single(inner.Calls.Select(c => c.What).Distinct());
        Assert.Equal([0, 50, 150, 350], Milliseconds());
    }

    [Fact]
    public async Task A_rename_that_is_repeated_asks_for_a_new_name_each_time()
    {
        inner.Failures = [Stale, Stale];
        var name = 0;

        await Drive(async () => await directory.TryRename("from", () => $"to{++name}"));

        Assert.Equal(["TryRename(from, to1)", "TryRename(from, to2)", "TryRename(from, to3)"], inner.Calls.Select(c => c.What));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Every_operation_lets_a_lasting_error_through_at_once(string operation)
    {
        inner.Failures = [Full];

        Assert.Same(Full, await Assert.ThrowsAsync<SharedDirectoryException>(() => Drive(Call(operation))));
        Assert.Equal([0], Milliseconds());
    }

    [Fact]
    public async Task A_lasting_error_after_passing_ones_is_let_through_at_once()
    {
        inner.Failures = [Stale, Stale, Full];

        Assert.Same(Full, await Assert.ThrowsAsync<SharedDirectoryException>(() => Drive(Call("TryRead"))));
        Assert.Equal([0, 50, 150], Milliseconds());
    }

    [Fact]
    public async Task Pauses_grow_up_to_five_seconds_and_end_when_patience_does()
    {
        inner.Failures = [.. Enumerable.Repeat(Stale, 100)];

        Assert.Same(Stale, await Assert.ThrowsAsync<SharedDirectoryException>(() => Drive(Call("WriteDurable"))));
        Assert.Equal([0, 50, 150, 350, 750, 1550, 3150, 6350, 11350, 16350, 21350, 26350, 31350], Milliseconds());
        Assert.Equal(TimeSpan.FromSeconds(30), RetryingDirectory.DefaultPatience);
    }

    [Fact]
    public async Task Patience_can_be_given()
    {
        inner.Failures = [.. Enumerable.Repeat(Stale, 100)];
        var impatient = new RetryingDirectory(inner, time, TimeSpan.FromSeconds(1));

        Assert.Same(Stale, await Assert.ThrowsAsync<SharedDirectoryException>(() => Drive(async () => await impatient.TryRename("a", "b"))));
        Assert.Equal([0, 50, 150, 350, 750, 1550], Milliseconds());
    }

    [Fact]
    public async Task Patience_is_measured_for_each_operation()
    {
        for (var i = 0; i < 10; i++)
        {
            inner.Failures = [.. Enumerable.Repeat(Stale, 8)];
            await Drive(Call("TryRename"));
        }

        Assert.Equal(90, inner.Calls.Count);
    }

    [Fact]
    public async Task Other_exceptions_are_not_caught()
    {
        var bug = new InvalidOperationException();
        inner.Failures = [bug];

        Assert.Same(bug, await Assert.ThrowsAsync<InvalidOperationException>(() => Drive(Call("List"))));
        Assert.Equal([0], Milliseconds());
    }

    [Fact]
    public async Task Answers_are_passed_on()
    {
        Assert.True(await directory.TryRename("a", "b"));
        Assert.False(await directory.TryRenameDirectory("a", "b"));
        Assert.Equal([1, 2], await directory.TryRead("a"));
        Assert.Equal([1], await directory.TryReadStart("a", 1));
        Assert.Equal(["x"], await directory.List("a"));
        Assert.True(await directory.TryDelete("a"));
    }

    private IEnumerable<int> Milliseconds() => inner.Calls.Select(c => (int)c.At.TotalMilliseconds);

    private Func<Task> Call(string operation) => operation switch
    {
        "TryRename" => async () => await directory.TryRename("a", "b"),
        "TryRenameDirectory" => async () => await directory.TryRenameDirectory("a", "b"),
        "TryRead" => async () => await directory.TryRead("a"),
        "TryReadStart" => async () => await directory.TryReadStart("a", 1),
        "WriteDurable" => async () => await directory.WriteDurable("a", new byte[] { 1, 2 }),
        "Write" => async () => await directory.Write("a", new byte[] { 1, 2 }),
        "WriteInPieces" => async () => await directory.WriteInPieces("a", stream => stream.Write([1, 2])),
        "List" => async () => await directory.List("a"),
        "TryDelete" => async () => await directory.TryDelete("a"),
        "CreateDirectory" => async () => await directory.CreateDirectory("a"),
        "DeleteDirectory" => async () => await directory.DeleteDirectory("a"),
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };

    /// <summary>Lets time pass in steps of 10 ms until the call is done. On a pool thread a continuation runs within Advance.</summary>
    private Task Drive(Func<Task> call) => Task.Run(async () =>
    {
        var task = call();
        while (!task.IsCompleted)
            time.Advance(TimeSpan.FromMilliseconds(10));
        await task;
    });

    private sealed class Failing(FakeTimeProvider time) : ISharedDirectory
    {
        private readonly DateTimeOffset start = time.GetUtcNow();

        public Queue<Exception> Remaining { get; private set; } = [];

        public IEnumerable<Exception> Failures
        {
            set => Remaining = new(value);
        }

        public List<(string What, TimeSpan At)> Calls { get; } = [];

        public ValueTask<bool> TryRename(string from, string to) => Answer($"TryRename({from}, {to})", true);

        public ValueTask<bool> TryRenameDirectory(string from, string to) => Answer($"TryRenameDirectory({from}, {to})", false);

        public ValueTask<byte[]?> TryRead(string path) => Answer<byte[]?>($"TryRead({path})", [1, 2]);

        public ValueTask<byte[]?> TryReadStart(string path, int most) => Answer<byte[]?>($"TryReadStart({path}, {most})", [1]);

        public async ValueTask WriteDurable(string path, ReadOnlyMemory<byte> content) =>
            await Answer($"WriteDurable({path}, {Convert.ToHexString(content.Span)})", true);

        public async ValueTask Write(string path, ReadOnlyMemory<byte> content) =>
            await Answer($"Write({path}, {Convert.ToHexString(content.Span)})", true);

        public async ValueTask WriteInPieces(string path, Action<Stream> content)
        {
            using var written = new MemoryStream();
            content(written);
            await Answer($"WriteInPieces({path}, {Convert.ToHexString(written.ToArray())})", true);
        }

        public ValueTask<IReadOnlyList<string>> List(string path) => Answer<IReadOnlyList<string>>($"List({path})", ["x"]);

        public ValueTask<bool> TryDelete(string path) => Answer($"TryDelete({path})", true);

        public async ValueTask CreateDirectory(string path) => await Answer($"CreateDirectory({path})", true);

        public async ValueTask DeleteDirectory(string path) => await Answer($"DeleteDirectory({path})", true);

        private ValueTask<T> Answer<T>(string what, T answer)
        {
            Calls.Add((what, time.GetUtcNow() - start));
            return Remaining.TryDequeue(out var failure) ? throw failure : ValueTask.FromResult(answer);
        }
    }
}
