using Microsoft.Extensions.Time.Testing;
using MultiRunner.Core.Tests.Reports;
using MultiRunner.Core.Tests.Scheduling;
using MultiRunner.Core.Tests.Simulation.Mutations;
using MultiRunner.Format;
using MultiRunner.Grids;
using MultiRunner.Membership;
using MultiRunner.Protocol;
using MultiRunner.Storage;
using Xunit;

namespace MultiRunner.Core.Tests.Protocol;

/// <summary>Of workers that start together one makes the state files, and the others wait for it.</summary>
public sealed class MakingTurnTests
{
    private const int Points = 200;
    private const int Workers = 10;
    private static readonly AssemblyStamp Old = new("Samples", "1.0.0.0", "old");
    private static readonly AssemblyStamp New = new("Samples", "1.0.0.0", "new");

    private readonly CountingDirectory memory = new(new MemoryDirectory());
    private readonly FakeTimeProvider time = new();
    private readonly TurnBasedDirectory directory;
    private readonly DateTimeOffset start;

    public MakingTurnTests()
    {
        directory = new TurnBasedDirectory(memory);
        start = time.GetUtcNow();
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private TimeSpan Elapsed => time.GetUtcNow() - start;

    [Fact]
    public async Task Workers_that_start_at_the_same_moment_make_each_state_file_once_in_all()
    {
        var made = await directory.Run(time, Starts(Workers, Code(Old, Points)));

        Assert.Single(made.Select(m => m!.Maker).Distinct());
        Assert.Equal(Points, WritesOfStateFiles);
        Assert.InRange(Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        await ExpectNothingLeft();
    }

    /// <summary>Nobody has the turn, and nobody can take it.</summary>
    [Fact]
    public async Task Files_of_somebody_else_in_the_place_of_the_turn_are_waited_for_a_lease()
    {
        await memory.Write($"{SweepLayout.Making}/notes.txt", "mine"u8.ToArray());

        var made = await directory.Run(time, Starts(2, Code(Old, Points)));

        Assert.All(made, Assert.NotNull);
        Assert.InRange(Elapsed, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(80));
    }

    [Fact]
    public async Task Workers_of_new_code_make_and_move_each_new_state_file_once_in_all()
    {
        await directory.Run(time, Starts(1, Code(Old, 2)));
        directory.Writes.Clear();
        var made = await directory.Run(time, Starts(Workers, Code(New, 2 + Points)));

        Assert.Single(made.Select(m => m!.Maker).Distinct());
        Assert.Equal(Points, WritesOfStateFiles);
        Assert.Equal(Points, memory.Counts["rename revisions/2"]);
        Assert.Equal(2 + Points + 1, (await memory.List(SweepLayout.Ini)).Count);
        await ExpectNothingLeft();
    }

    [Fact]
    public async Task A_worker_that_joins_while_another_moves_state_files_moves_none()
    {
        await directory.Run(time, Starts(1, Code(Old, 2)));
        var late = new TaskCompletionSource();
        var maker = new Noticing(directory, "revisions/2/20_to_run", late);

        await directory.Run(time, [Starting("a-1-0000", Code(New, 2 + Points), maker), AfterThat]);

        Assert.Equal(Points, memory.Counts["rename revisions/2"]);

        async Task<Manifest?> AfterThat()
        {
            await late.Task;
            return await Starting("b-1-0000", Code(New, 2 + Points))();
        }
    }

    [Fact]
    public async Task For_a_few_points_nobody_is_waited_for()
    {
        await memory.Write(".making/dead-1-0000.json", "{}"u8.ToArray());

        await directory.Run(time, Starts(2, Code(Old, 99)));

        Assert.Equal(2 * 99, WritesOfStateFiles);
        Assert.Equal(TimeSpan.Zero, Elapsed);
    }

    [Fact]
    public async Task When_the_one_that_makes_them_has_died_one_of_the_others_does_after_a_lease()
    {
        await memory.Write(".making/dead-1-0000.json", "{}"u8.ToArray());

        var made = await directory.Run(time, Starts(Workers, Code(Old, Points)));

        Assert.Single(made.Select(m => m!.Maker).Distinct());
        Assert.Equal(Points, WritesOfStateFiles);
        Assert.InRange(Elapsed, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(80));
        await ExpectNothingLeft();
    }

    [Fact]
    public async Task A_process_of_this_machine_that_is_gone_is_not_waited_for()
    {
        var me = WorkerProcess.Identify();
        Assert.SkipWhen(me.Boot is null, "This system does not tell which processes are gone.");
        var dead = me with { Id = "dead-1-0000", ProcessStart = "0" };
        await new MakingTurn(memory, dead, new SweepOptions(), time).WaitOrTake(Points, () => new(false), Token);

        await directory.Run(time, () => Start(me, Code(Old, Points), directory, Token).AsTask());

        Assert.InRange(Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        await ExpectNothingLeft();
    }

    [Fact]
    public async Task One_that_is_slow_is_waited_for_as_long_as_it_goes_on()
    {
        var slow = new Slow(directory, time);

        await directory.Run(time, [Starting("a-1-0000", Code(Old, Points), slow), .. Starts(3, Code(Old, Points))]);

        Assert.Equal(Points, WritesOfStateFiles);
        Assert.InRange(Elapsed, TimeSpan.FromSeconds(Points), TimeSpan.FromSeconds(Points + 10));
        await ExpectNothingLeft();
    }

    [Fact]
    public async Task Those_that_wait_read_two_small_files_now_and_then_and_list_nothing()
    {
        var slow = new Slow(directory, time);

        await directory.Run(time, [Starting("a-1-0000", Code(Old, Points), slow), .. Starts(Workers - 1, Code(Old, Points))]);

        // A wait of 200 s has ten pauses that grow, and then one every 5 s. Each worker lists at the start, and when the turn is over.
        Assert.InRange(memory.Counts["list .making"], Workers, 3 * Workers);
        Assert.InRange(directory.Reads[SweepLayout.Maker("a-1-0000")], (Workers - 1) * 30, ((Workers - 1) * 55) + (Points / 10));
    }

    [Fact]
    public async Task One_that_fails_gives_its_turn_back_and_leaves_nothing()
    {
        var full = new Full(directory);

        await directory.Run(time, [Starting("a-1-0000", Code(Old, Points), full), .. Starts(3, Code(Old, Points))]);

        Assert.Equal((Points / 2) + Points, WritesOfStateFiles);
        Assert.InRange(Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        await ExpectNothingLeft();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_cancelled_run_ends_at_once_and_leaves_nothing(bool whileItWaits)
    {
        using var cancellation = new CancellationTokenSource();
        if (whileItWaits)
            await memory.Write(".making/dead-1-0000.json", "{}"u8.ToArray());
        using var timer = time.CreateTimer(_ => cancellation.Cancel(), null, TimeSpan.FromSeconds(20), Timeout.InfiniteTimeSpan);
        var slow = new Slow(directory, time);

        await directory.Run(time, StartingUntil("a-1-0000", Code(Old, Points), slow, cancellation.Token));

        Assert.InRange(Elapsed, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(22));
        Assert.Empty(await memory.List(SweepLayout.Ini));
        Assert.DoesNotContain(await memory.List(""), name => name[0] == '.' && !(whileItWaits && name == SweepLayout.Making));
    }

    [Fact]
    public async Task A_cancelled_run_stops_moving_state_files_and_the_next_one_goes_on()
    {
        await directory.Run(time, Starts(1, Code(Old, 2)));
        using var cancellation = new CancellationTokenSource();
        var reached = new TaskCompletionSource();
        var cancelling = reached.Task.ContinueWith(_ => cancellation.Cancel(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

        await directory.Run(time, StartingUntil("a-1-0000", Code(New, 2 + Points), new Noticing(directory, "revisions/2/100_to_run", reached), cancellation.Token));

        Assert.InRange((await memory.List(SweepLayout.Revision(2))).Count, 90, 110);
        await directory.Run(time, Starting("b-1-0000", Code(New, 2 + Points)));
        Assert.Equal(["sweep.json"], await memory.List(SweepLayout.Revision(2)));
        await cancelling;
        await ExpectNothingLeft();
    }

    [Fact]
    public async Task A_worker_that_may_not_announce_itself_makes_them_all_the_same()
    {
        await directory.Run(time, Starting("a-1-0000", Code(Old, Points), new Refusing(directory)));

        Assert.Equal(Points + 1, (await memory.List(SweepLayout.Ini)).Count);
    }

    /// <summary>As in a sticky directory, when the dead worker was another user's.</summary>
    [Fact]
    public async Task Where_the_turn_of_a_dead_worker_cannot_be_moved_the_files_are_made_without_it()
    {
        await memory.Write(".making/dead-1-0000.json", "{}"u8.ToArray());

        await directory.Run(time, Starting("a-1-0000", Code(Old, Points), new Immovable(directory)));

        Assert.Equal(Points + 1, (await memory.List(SweepLayout.Ini)).Count);
        Assert.InRange(Elapsed, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(80));
    }

    private int WritesOfStateFiles => directory.Writes.Where(write => write.Key.EndsWith("_to_run", StringComparison.Ordinal)).Sum(write => write.Value);

    private async Task ExpectNothingLeft() => Assert.DoesNotContain(await memory.List(""), name => name[0] == '.');

    private IEnumerable<Func<Task<Manifest?>>> Starts(int count, Manifest code) =>
        Enumerable.Range(0, count).Select(i => Starting($"w-{i}-0000", code));

    private Func<Task<Manifest?>> Starting(string id, Manifest code, ISharedDirectory? through = null) => StartingUntil(id, code, through ?? directory, Token);

    /// <summary>A start; its result is null when it fails or is cancelled.</summary>
    private Func<Task<Manifest?>> StartingUntil(string id, Manifest code, ISharedDirectory through, CancellationToken cancellation) => async () =>
    {
        try
        {
            return await Start(TestSweep.Worker(id), code, through, cancellation);
        }
        catch (Exception e) when (e is SharedDirectoryException or OperationCanceledException)
        {
            return null;
        }
    };

    private async ValueTask<Manifest> Start(WorkerIdentity me, Manifest code, ISharedDirectory through, CancellationToken cancellation)
    {
        var wanted = code with { Maker = me.Id };
        var inForce = await new SweepInitializer(through, me, new SweepOptions(), time).Initialize(wanted, cancellation);
        return await new SweepRevision(through, me, new SweepOptions(), time).Ensure(inForce, wanted, cancellation);
    }

    private static Manifest Code(AssemblyStamp build, int points) => TestSweep.ManifestBy("maker") with
    {
        Assembly = build,
        Axes = null,
        Current = [.. Enumerable.Range(0, points)],
        Points = [.. Enumerable.Range(0, points).Select(i => new CanonicalJson($"{{\"x\":{i}}}"))],
    };

    private static bool IsStateFile(string path) => path.EndsWith("_to_run", StringComparison.Ordinal);

    /// <summary>It takes a second to write a state file.</summary>
    private sealed class Slow(ISharedDirectory inner, TimeProvider time) : Detour(inner)
    {
        public override async ValueTask Write(string path, ReadOnlyMemory<byte> content)
        {
            if (IsStateFile(path))
                await Task.Delay(TimeSpan.FromSeconds(1), time);
            await base.Write(path, content);
        }
    }

    private sealed class Immovable(ISharedDirectory inner) : Detour(inner)
    {
        public override ValueTask<bool> TryRenameDirectory(string from, string to) =>
            from == SweepLayout.Making || to == SweepLayout.Making ? new(false) : base.TryRenameDirectory(from, to);
    }

    /// <summary>Half of the state files fit on the disk.</summary>
    private sealed class Full(ISharedDirectory inner) : Detour(inner)
    {
        private int written;

        public override ValueTask Write(string path, ReadOnlyMemory<byte> content) =>
            IsStateFile(path) && ++written > Points / 2
                ? throw new SharedDirectoryException("full", 28, isTransient: false)
                : base.Write(path, content);
    }

    /// <summary>Says when a certain file is to be renamed.</summary>
    private sealed class Noticing(ISharedDirectory inner, string at, TaskCompletionSource reached) : Detour(inner)
    {
        public override ValueTask<bool> TryRename(string from, string to)
        {
            if (from == at)
                reached.TrySetResult();
            return base.TryRename(from, to);
        }
    }

    /// <summary>No announcement can be written.</summary>
    private sealed class Refusing(ISharedDirectory inner) : Detour(inner)
    {
        public override ValueTask Write(string path, ReadOnlyMemory<byte> content) =>
            IsStateFile(path) ? base.Write(path, content) : throw new SharedDirectoryException("denied", 13, isTransient: false);
    }
}
