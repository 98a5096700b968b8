using System.Globalization;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using MultiRunner.Core.Tests.Protocol;
using MultiRunner.Core.Tests.Simulation;
using MultiRunner.Core.Tests.Simulation.Mutations;
using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Scheduling;
using MultiRunner.Storage;
using Xunit;

namespace MultiRunner.Core.Tests.Scheduling;

/// <summary>What a worker that has not begun yet may spend on an order.</summary>
public sealed class PastDurationsTests
{
    private readonly MemoryDirectory memory = new();
    private readonly FakeTimeProvider time = new();
    private readonly Reads reads;

    public PastDurationsTests() => reads = new Reads(memory);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Nothing_is_read_while_fewer_than_two_points_are_open(int open)
    {
        await MakeResults(SweepLayout.Results, 20);
        PointState[] states = [PointState.ToRun, open == 2 ? PointState.ToRun : PointState.Failed, PointState.Finished, PointState.ToRun];
        for (var point = 0; point < states.Length; point++)
            await memory.Write(new StateFile(point, states[point]).Path, "{}"u8.ToArray());

        // The last one is not this worker's.
        var costs = await Estimate([0, 1, 2]);

        Assert.Equal(open == 2, costs is not null);
        Assert.Equal(open == 2 ? 20 : 0, reads.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Eight_results_are_read_at_the_same_time(bool onlyEight)
    {
        await MakeOpen();
        await MakeResults(SweepLayout.Results, onlyEight ? 8 : 20);
        reads.Before = () => reads.Waiting.Task;

        var costs = Estimate([0, 1]);
        Assert.Equal(8, reads.Count);
        reads.Waiting.SetResult();

        Assert.NotNull(await costs);
        Assert.Equal(onlyEight ? 8 : 20, reads.Count);
    }

    /// <summary>A real file system holds the thread that reads.</summary>
    [Fact]
    public async Task Where_a_read_holds_its_thread_reads_have_threads_of_their_own()
    {
        await MakeOpen();
        await MakeResults(SweepLayout.Results, 2);
        using var both = new CountdownEvent(2);
        reads.IsReal = true;
        reads.Before = () =>
        {
            both.Signal();
            Assert.True(both.Wait(TimeSpan.FromSeconds(30)));
            return Task.CompletedTask;
        };

        Assert.NotNull(await Estimate([0, 1]));
    }

    [Fact]
    public async Task What_was_read_in_five_seconds_must_do()
    {
        await MakeOpen();
        await MakeResults(SweepLayout.Results, 100);
        await MakeResults("archive/20260314T093000Z-a/results", 100);
        reads.Before = () =>
        {
            time.Advance(TimeSpan.FromSeconds(0.4));
            return Task.CompletedTask;
        };

        Assert.NotNull(await Estimate([0, 1]));

        // Two batches of eight take 6.4 s.
        Assert.Equal(16, reads.Count);
    }

    [Fact]
    public async Task Only_the_newest_ten_archives_are_read()
    {
        await MakeOpen();
        for (var hour = 0; hour < 12; hour++)
            await MakeResults(string.Create(CultureInfo.InvariantCulture, $"archive/20260314T{hour:00}3000Z-a/results"), 1);

        Assert.NotNull(await Estimate([0, 1]));

        Assert.Equal(10, reads.Count);
        Assert.DoesNotContain(reads.Folders, folder => folder.Contains("T00", StringComparison.Ordinal));
        Assert.DoesNotContain(reads.Folders, folder => folder.Contains("T01", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Worker_that_is_cancelled_reads_no_more()
    {
        await MakeOpen();
        await MakeResults(SweepLayout.Results, 100);
        using var cancellation = new CancellationTokenSource();
        reads.Before = cancellation.CancelAsync;
        var worker = new SweepWorker(reads, reads, TestSweep.Worker("a"), new SweepOptions { Order = Order.LongestFirst }, time, new Random(1));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await worker.Join([0, 1], World.ArgumentsOf, costs: null, cancellation.Token));
        await worker.Leave();

        Assert.Equal(8, reads.Count);
    }

    private async Task<IReadOnlyDictionary<int, double>?> Estimate(int[] points) => await new PastDurations(
        reads, time, new Random(1)).Estimate(points, World.ArgumentsOf, TestContext.Current.CancellationToken);

    private async Task MakeOpen()
    {
        foreach (var point in (int[])[0, 1])
            await memory.Write(new StateFile(point, PointState.ToRun).Path, "{}"u8.ToArray());
    }

    private async Task MakeResults(string folder, int count)
    {
        for (var point = 0; point < count; point++)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"{{\"point\":{point},\"arguments\":{{\"x\":{point}}},\"seconds\":1}}");
            await memory.Write($"{folder}/{point}.json", Encoding.UTF8.GetBytes(text));
        }
    }

    /// <summary>Counts the reads of results, and does something before each.</summary>
    private sealed class Reads(ISharedDirectory inner) : Detour(inner), ISharedDirectory
    {
        private int count;

        public int Count => count;

        public TaskCompletionSource Waiting { get; } = new();

        public Func<Task> Before { get; set; } = () => Task.CompletedTask;

        public bool IsReal { get; set; }

        public List<string> Folders { get; } = [];

        string? ISharedDirectory.Root => IsReal ? "/sweep" : null;

        public override async ValueTask<byte[]?> TryRead(string path)
        {
            if (!path.Contains("results/", StringComparison.Ordinal))
                return await Inner.TryRead(path);
            Interlocked.Increment(ref count);
            lock (Folders)
                Folders.Add(path);
            await Before();
            return await Inner.TryRead(path);
        }
    }
}
