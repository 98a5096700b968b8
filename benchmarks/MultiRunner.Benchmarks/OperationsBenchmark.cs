using System.Globalization;
using MultiRunner.Membership;

namespace MultiRunner.Benchmarks;

/// <summary>
/// What a worker asks of the sweep directory for each point, and while it has nothing to do, by the number of points and of
/// workers. Everything is simulated: a directory in memory counts the operations, and the clock goes on by itself.
/// </summary>
internal static class OperationsBenchmark
{
    private const int MostPlayed = 10;
    private const double MostListingsASecond = 50;
    private const double MostGrowth = 1.1;
    private const int FewestCompared = 10_000;

    /// <param name="largest">The number of points of the last rows, or of all rows when the workers are given.</param>
    /// <param name="fleet">The only number of workers of the rows, or null for each in turn.</param>
    public static async Task Run(int largest, int? fleet)
    {
        await Console.Out.WriteLineAsync($"""
            What a worker asks of the sweep directory for each point, and while it has nothing to do, in simulated time. A point takes {FleetPlan.ShortestPoint} to
            {FleetPlan.LongestPoint} s. Of each fleet {MostPlayed} workers at most are played by the real code and counted. The others are played by a loop that claims, finishes and
            beats as workers do, and never lists. Idle workers wait for one point that never ends. Not in the table: in the end each worker reads each
            result of the others once, to report it; and the making of the directory, which one worker does.

            Aims: a fleet of idle workers makes fewer than {MostListingsASecond} listings a second, and no more of the operations of a point are needed when there are more points
            (at most {MostGrowth} times as many with ten times the points, from 10,000 points on).

            | order | points | workers, of which played | a point: renames | of them lost | writes with fsync | writes | heartbeats read | listings | names listed | idle, a worker and minute: listings | heartbeats read | writes and renames | names listed | listings a second of the whole fleet |
            | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
            """);
        List<OperationsRow> rows = [];
        for (var points = fleet is null ? 100 : largest; points <= largest; points *= points < 10_000 ? 100 : 10)
        {
            foreach (var workers in fleet is { } only ? [only] : (int[])[1, 10, 100, 1_000])
            {
                foreach (var order in Enum.GetValues<Order>())
                    rows.Add(await Row(order, points, workers));
            }
        }

        await Console.Out.WriteLineAsync();
        await Console.Out.WriteLineAsync(Verdict(rows));
    }

    private static async Task<OperationsRow> Row(Order order, int points, int workers)
    {
        var processor = Environment.CpuUsage.TotalTime;

        // Nobody runs the point that never ends a second time: what is counted is waiting.
        var plan = new FleetPlan(points, workers, order) { MostPlayed = MostPlayed, Speculation = Speculation.Never, HasEndlessPoint = true };
        var fleet = new SimulatedFleet(plan);
        var running = fleet.RunAllPoints().OfAPoint;
        var idle = fleet.Idle();
        var ofFleet = idle.Listings * workers / 60;
        string[] cells =
        [
            order.ToString(),
            points.ToString("N0", null),
            $"{workers:N0}, {plan.Played}",
            Text(running.Renames),
            Text(running.Lost),
            Text(running.DurableWrites),
            Text(running.Writes),
            Text(running.Looks),
            Text(running.Listings),
            Text(running.Names),
            Text(idle.Listings),
            Text(idle.Looks),
            Text(idle.Writes + idle.Renames),
            Text(idle.Names),
            Text(ofFleet),
        ];
        await Console.Out.WriteLineAsync($"| {string.Join(" | ", cells)} |");
        var seconds = (Environment.CpuUsage.TotalTime - processor).TotalSeconds;
        await Console.Error.WriteLineAsync($"{order}, {points:N0} points, {workers:N0} workers: {seconds:F1} s of the processor");
        return new OperationsRow(order, points, workers, running.All, ofFleet);
    }

    private static string Verdict(List<OperationsRow> rows)
    {
        var growths =
            from few in rows
            from many in rows
            where few.Points >= FewestCompared && many.Points == 10 * few.Points && many.Order == few.Order && many.Workers == few.Workers
            select (Row: many, Growth: many.OfAPoint / few.OfAPoint);
        string[] missed =
        [
            .. growths.Where(g => g.Growth > MostGrowth)
                .Select(g => $"{g.Row.Title}: {Text(g.Growth)} times as many operations a point as with a tenth of the points, aim: {MostGrowth}"),
            .. rows.Where(row => row.Listings >= MostListingsASecond)
                .Select(row => $"{row.Title}: {Text(row.Listings)} listings a second, aim: fewer than {MostListingsASecond}"),
        ];
        if (missed.Length > 0)
            return $"**The aim is missed**: {string.Join("; ", missed)}.";
        var growth = growths.Any()
            ? $", and ten times the points need at most {Text(growths.Max(g => g.Growth))} times the operations a point"
            : "";
        return $"The aim is met: idle fleets make at most {Text(rows.Max(row => row.Listings))} listings a second{growth}.";
    }

    private static string Text(double value) => value.ToString(value < 100 ? "0.###" : "N0", CultureInfo.InvariantCulture);
}
