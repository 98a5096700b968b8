using System.Globalization;

namespace MultiRunner.Benchmarks;

/// <summary>
/// Large fleets on large sweeps, with slow workers and with workers that die. Everything is simulated: a directory in memory, whose
/// operations take simulated time.
/// </summary>
internal static class FleetBenchmark
{
    private const double MostListingsASecond = 50;
    private const double MostGrowth = 1.25;
    private const int MostPlayedPoints = 2_000_000;
    private const int FewestPlayed = 10;

    private static readonly (int Points, int Workers)[] Sizes =
        [(10_000, 100), (10_000, 1_000), (100_000, 100), (100_000, 1_000), (1_000_000, 1_000)];

    /// <param name="points">The number of points of the only row, or null for the usual rows.</param>
    /// <param name="workers">The number of its workers.</param>
    public static async Task Run(int? points, int? workers)
    {
        var prices = OperationPrices.FileServer;
        await Console.Out.WriteLineAsync($"""
            Fleets of up to 1,000 workers on sweeps of up to 1,000,000 points, in simulated time: the real scheduler and the real protocol, on a
            directory in memory. There a rename, a read or a write takes {prices.Small.TotalMilliseconds} ms, a listing {prices.Small.TotalMilliseconds} ms and {prices.Name.TotalMicroseconds} µs for each name, and a write with fsync {prices.DurableWrite.TotalMilliseconds} ms. A point
            takes {FleetPlan.ShortestPoint} to {FleetPlan.LongestPoint} s, and ten times as long on each tenth worker. In each hour 1 % of the workers die, and nobody replaces them. The order and the
            speculation are the default ones. So many workers as memory allows are played by the real code and counted. The others claim, finish, beat and die like
            them, but never list, run no duplicate and take back no claim of a dead worker. What a fleet lists is what the played ones list, times all / played,
            and the listings that come with a duplicate, which are as many as there are late points. The tail is the time from the moment when no point
            waits any more to the last result. Not in the table: when a worker joins, it makes two listings.

            Aims: from 100,000 points and 100 workers to 1,000,000 points and 1,000 workers the operations of a point become at most {MostGrowth} times as many, and no fleet makes
            {MostListingsASecond} listings a second in any minute.

            | points | workers, of which played | operations a point | renames | of them lost | heartbeats read | listings | names listed | listings a second of the whole fleet | in its busiest minute | hours | tail, s | deaths at work | lost by them, % of all work | memory of a played worker, bytes a point |
            | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
            """);
        List<(FleetPlan Plan, FleetRun Run)> rows = [];
        foreach (var (ofPoints, ofWorkers) in points is { } only ? [(only, workers ?? 100)] : Sizes)
            rows.Add(Row(ofPoints, ofWorkers));
        Console.Out.WriteLine();
        Console.Out.WriteLine(Verdict(rows));
    }

    private static (FleetPlan Plan, FleetRun Run) Row(int points, int workers)
    {
        var processor = Environment.CpuUsage.TotalTime;
        var plan = new FleetPlan(points, workers, Order.Shuffled)
        {
            MostPlayed = Math.Max(FewestPlayed, MostPlayedPoints / points),
            OneSlowOf = 10,
            DeathsAnHour = 0.01,
            Prices = OperationPrices.FileServer,
        };
        var fleet = new SimulatedFleet(plan);
        var run = fleet.RunAllPoints();
        string[] cells =
        [
            $"{points:N0}",
            $"{workers:N0}, {plan.Played}",
            Text(run.OfAPoint.All),
            Text(run.OfAPoint.Renames),
            Text(run.OfAPoint.Lost),
            Text(run.OfAPoint.Looks),
            Text(run.OfAPoint.Listings),
            Text(run.OfAPoint.Names),
            Text(run.ListingsASecond),
            Text(run.MostListingsASecond),
            Text(run.Took.TotalHours),
            Text(run.Tail.TotalSeconds),
            $"{run.Deaths}",
            Text(100 * run.Lost),
            Text(fleet.BytesAPoint),
        ];
        Console.Out.WriteLine($"| {string.Join(" | ", cells)} |");
        var seconds = (Environment.CpuUsage.TotalTime - processor).TotalSeconds;
        Console.Error.WriteLine($"{points:N0} points, {workers:N0} workers: {seconds:F0} s of the processor");
        return (plan, run);
    }

    private static string Verdict(List<(FleetPlan Plan, FleetRun Run)> rows)
    {
        var missed = new List<string>();
        var small = rows.Find(row => row.Plan is { Points: 100_000, Workers: 100 }).Run;
        var large = rows.Find(row => row.Plan is { Points: 1_000_000, Workers: 1_000 }).Run;
        if (small is not null && large is not null && large.OfAPoint.All / small.OfAPoint.All is > MostGrowth and var growth)
            missed.Add($"the operations of a point become {Text(growth)} times as many, aim: {Text(MostGrowth)}");
        foreach (var (plan, run) in rows.Where(row => row.Run.MostListingsASecond >= MostListingsASecond))
        {
            missed.Add($"{plan.Workers:N0} workers on {plan.Points:N0} points make {Text(run.MostListingsASecond)} listings a second, "
                + $"aim: fewer than {MostListingsASecond}");
        }

        if (missed.Count > 0)
            return $"**The aim is missed**: {string.Join("; ", missed)}.";
        var grows = small is null || large is null
            ? ""
            : $"the operations of a point become {Text(large.OfAPoint.All / small.OfAPoint.All)} times as many, and ";
        var most = rows.Max(row => row.Run.MostListingsASecond);
        return $"The aim is met: {grows}no fleet makes more than {Text(most)} listings a second in any minute.";
    }

    private static string Text(double value) => value.ToString(value < 100 ? "0.###" : "N0", CultureInfo.InvariantCulture);
}
