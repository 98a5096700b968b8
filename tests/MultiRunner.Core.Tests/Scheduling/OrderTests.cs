using System.Globalization;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using MultiRunner.Core.Tests.Simulation;
using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Scheduling;
using Xunit;

namespace MultiRunner.Core.Tests.Scheduling;

/// <summary>In which order workers take the points.</summary>
public sealed class OrderTests
{
    private static readonly SweepOptions Options = new() { Speculation = Speculation.Never };

    [Fact]
    public async Task As_written_a_worker_alone_takes_the_points_as_they_are_listed()
    {
        int[] listed = [3, 0, 4, 1, 2, 9, 8, 7, 6, 5];
        Assert.Equal(listed, await OrderOf(Order.AsWritten, listed, costs: null));
        Assert.Equal(listed, await OrderOf(Order.AsWritten, listed, listed.ToDictionary(point => point, point => (double)point)));
    }

    [Fact]
    public async Task Longest_first_a_worker_alone_takes_what_costs_most()
    {
        var listed = Enumerable.Range(0, 50).ToArray();
        var costs = listed.ToDictionary(point => point, point => (double)(point % 7));
        var taken = await OrderOf(Order.LongestFirst, listed, costs);
        Assert.Equal(listed.Select(point => costs[point]).OrderDescending(), taken.Select(point => costs[point]));

        // What costs the same has a random order, for the sake of other workers.
        Assert.NotEqual(listed.OrderByDescending(point => costs[point]), taken);
    }

    [Theory]
    [InlineData(Order.Shuffled)]
    [InlineData(Order.LongestFirst)]
    public async Task Without_a_cost_and_without_results_the_order_is_random(Order order)
    {
        var listed = Enumerable.Range(0, 50).ToArray();
        var (first, second) = (await OrderOf(order, listed, costs: null, seed: 1), await OrderOf(order, listed, costs: null, seed: 2));
        Assert.Equal(listed, first.Order());
        Assert.Equal(listed, second.Order());
        Assert.NotEqual(first, second);
        Assert.NotEqual(listed, first);
    }

    [Fact]
    public async Task Longest_first_without_a_cost_goes_by_the_results_that_are_there()
    {
        // A point takes width times depth seconds, and half of them are finished. The last width is new.
        var all = (from width in (int[])[1, 10, 100, 1000] from depth in (int[])[1, 2, 4] select (width, depth)).ToArray();
        var directory = new MemoryDirectory();
        var open = new List<int>();
        for (var point = 0; point < all.Length; point++)
        {
            var (width, depth) = all[point];
            var isFinished = width < 1000 && point % 2 == 0;
            await directory.Write(new StateFile(point, isFinished ? PointState.Finished : PointState.ToRun).Path, Arguments(point));
            if (isFinished)
                await directory.Write(SweepLayout.Result(point), Result(point, width * depth));
            else
                open.Add(point);
        }

        // Damage and what is no result are passed over.
        await directory.Write(SweepLayout.Result(open[0]), "{\"point\":"u8.ToArray());
        await directory.Write(SweepLayout.Result(open[1]), "[]"u8.ToArray());
        await directory.Write(SweepLayout.Result(open[2]), "{\"arguments\":1,\"seconds\":\"x\"}"u8.ToArray());

        var taken = await OrderOf(directory, Order.LongestFirst, open, costs: null, Arguments);

        // By hand: the durations are 1, 4 (width 1), 20 (width 10), 100, 400 (width 100).
        Assert.Equal([(100, 2), (10, 4), (10, 1), (1, 2)], taken.Select(point => all[point]).Where(p => p.width < 1000));
        Assert.Equal([(1000, 4), (1000, 2), (1000, 1)], taken.Select(point => all[point]).Where(p => p.width == 1000));

        ReadOnlyMemory<byte> Arguments(int point) =>
            Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{{\"depth\":{all[point].depth},\"width\":{all[point].width}}}"));
        byte[] Result(int point, double seconds) => Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"point\": {point}, \"arguments\": {{ \"depth\": {all[point].depth}, \"width\": {all[point].width} }}, \"seconds\": {seconds}}}"));
    }

    [Fact]
    public async Task After_a_rerun_the_archive_tells_how_long_points_take()
    {
        var directory = new MemoryDirectory();
        for (var point = 0; point < 10; point++)
        {
            var text = $"{{\"point\":{point},\"arguments\":{{\"x\":{point}}},\"seconds\":{(point * 7 % 10) + 1}}}";
            await directory.Write($"archive/20260314T093000Z-{(point < 5 ? "a" : "b")}/results/{point}.json", Encoding.UTF8.GetBytes(text));
        }

        var taken = await OrderOf(directory, Order.LongestFirst, [.. Enumerable.Range(0, 10)], costs: null, World.ArgumentsOf);
        Assert.Equal([7, 4, 1, 8, 5, 2, 9, 6, 3, 0], taken);
    }

    [Fact]
    public async Task At_most_so_many_results_are_read()
    {
        var memory = new MemoryDirectory();
        for (var point = 0; point < 3 * PastDurations.MostResults; point++)
            await memory.Write(SweepLayout.Result(point), Encoding.UTF8.GetBytes($"{{\"point\":{point},\"arguments\":{{\"x\":{point % 2}}},\"seconds\":{1 + (point % 2)}}}"));
        var directory = new CountingDirectory(memory);

        foreach (var point in (int[])[0, 1])
            await memory.Write(new StateFile(point, PointState.ToRun).Path, World.ArgumentsOf(point));
        var costs = await new PastDurations(directory, new FakeTimeProvider(), new Random(1))
            .Estimate([0, 1], World.ArgumentsOf, TestContext.Current.CancellationToken);

        Assert.True(costs![1] > costs[0]);
        Assert.Equal(PastDurations.MostResults, directory.Counts["read results"]);
    }

    [Fact]
    public async Task A_point_that_failed_comes_after_those_that_did_not()
    {
        var failed = new HashSet<int>();
        var taken = await OrderOf(
            await New([0, 1, 2, 3]),
            Order.AsWritten,
            [0, 1, 2, 3],
            costs: null,
            World.ArgumentsOf,
            fails: point => point < 2 && failed.Add(point));
        Assert.Equal([0, 1, 2, 3, 0, 1], taken);
    }

    private static async Task<List<int>> OrderOf(Order order, int[] listed, Dictionary<int, double>? costs, int seed = 1) =>
        await OrderOf(await New(listed), order, listed, costs, World.ArgumentsOf, seed);

    private static async Task<MemoryDirectory> New(int[] points)
    {
        var directory = new MemoryDirectory();
        foreach (var point in points)
            await directory.Write(new StateFile(point, PointState.ToRun).Path, "{}"u8.ToArray());
        return directory;
    }

    private static async Task<List<int>> OrderOf(
        MemoryDirectory directory,
        Order order,
        IReadOnlyList<int> listed,
        Dictionary<int, double>? costs,
        Func<int, ReadOnlyMemory<byte>> argumentsOf,
        int seed = 1,
        Func<int, bool>? fails = null)
    {
        foreach (var point in listed)
            await directory.Write(new StateFile(point, PointState.ToRun).Path, argumentsOf(point));
        var me = new WorkerIdentity("w", "host", Boot: null, PidNamespace: null, ProcessId: 1, ProcessStart: null);
        var worker = new SweepWorker(directory, directory, me, Options with { Order = order }, new FakeTimeProvider(), new Random(seed));
        await worker.Join(listed, argumentsOf, costs, TestContext.Current.CancellationToken);
        var taken = new List<int>();
        foreach (var _ in listed)
        {
            Assert.IsType<PointOutcome.FinishedHere>(await worker.NextOutcome(Execute, TestContext.Current.CancellationToken));
        }

        await worker.Leave();
        return taken;

        ValueTask<AttemptOutcome> Execute(Attempt attempt, CancellationToken cancellation)
        {
            taken.Add(attempt.Point);
            return ValueTask.FromResult<AttemptOutcome>(fails?.Invoke(attempt.Point) == true
                ? new AttemptOutcome.Failure(new AttemptError("Error", "failed", Stack: null))
                : new AttemptOutcome.Success(Encoding.UTF8.GetBytes($"{{\"point\":{attempt.Point}}}")));
        }
    }
}
