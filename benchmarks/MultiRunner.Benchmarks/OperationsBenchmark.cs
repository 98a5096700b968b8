using System.Globalization;

namespace MultiRunner.Benchmarks;

/// <summary>
/// What a worker asks of the sweep directory for each point, and while it has nothing to do, by the number of points and of
/// workers. Everything is simulated: a directory in memory counts the operations, and the clock goes on by itself.
/// </summary>
internal static class OperationsBenchmark
{
    /// <param name="largest">The number of points of the last rows, or of all rows when the workers are given.</param>
    /// <param name="fleet">The only number of workers of the rows, or null for each in turn.</param>
    public static async Task Run(int largest, int? fleet)
    {
        await Console.Out.WriteLineAsync($"""
            A point takes {SimulatedFleet.ShortestPoint.TotalSeconds} to {SimulatedFleet.LongestPoint.TotalSeconds} s. Of each fleet {SimulatedFleet.MostPlayed} workers at most are played by the real code and counted; the others are played
            by a loop that claims, finishes and beats as workers do, and never lists. Idle workers wait for one point that never ends. Not in the
            table: in the end each worker reads each result of the others once, to report it.

            | order | points | workers, of which played | a point: renames | of them lost | writes with fsync | writes | heartbeats read | listings | names listed | idle, a worker and minute: listings | heartbeats read | writes and renames | names listed | listings a second of the whole fleet |
            | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
            """);
        for (var points = fleet is null ? 100 : largest; points <= largest; points *= points < 10_000 ? 100 : 10)
        {
            foreach (var workers in fleet is { } only ? [only] : (int[])[1, 10, 100, 1_000])
            {
                foreach (var order in Enum.GetValues<Order>())
                    await Console.Out.WriteLineAsync(Row(order, points, workers));
            }
        }
    }

    private static string Row(Order order, int points, int workers)
    {
        using var fleet = new SimulatedFleet(points, workers, order);
        var running = fleet.RunAllPoints();
        var idle = fleet.Idle();
        string[] cells =
        [
            order.ToString(),
            points.ToString("N0", null),
            $"{workers:N0}, {fleet.Played}",
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
            Text(idle.Listings * workers / 60),
        ];
        return $"| {string.Join(" | ", cells)} |";
    }

    private static string Text(double value) => value.ToString(value < 100 ? "0.###" : "N0", CultureInfo.InvariantCulture);
}
