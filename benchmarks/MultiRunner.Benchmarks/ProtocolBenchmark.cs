using MultiRunner.Format;
using MultiRunner.Membership;

namespace MultiRunner.Benchmarks;

/// <summary>The protocol beside the bare loop of its system calls, for sweeps of different sizes.</summary>
internal static class ProtocolBenchmark
{
    private const int Small = 100;
    private const int Middle = 1_000;
    private const int Large = 10_000;

    public static async Task Run(Scratch scratch, int rounds)
    {
        using (scratch)
        {
            await Console.Out.WriteLineAsync($"protocol and bare loop, {rounds} rounds, results of {SampleSweep.Result(WorkerProcess.Identify()).Length} bytes, in {scratch.Root}");
            await Whole(scratch, 2_000, number: 0); // warms up
            var all = new List<List<Race>>();
            for (var round = 0; round < rounds; round++)
                all.Add(await Round(scratch, round));
            await Print(all);
        }
    }

    /// <summary>One loop, once, for strace and perf.</summary>
    public static async Task Once(string name, Scratch scratch, int points)
    {
        using (scratch)
        {
            var root = scratch.New();
            using ILoop loop = name == "bare" ? await BareLoop.Prepare(root, points, seed: 0) : await ProtocolLoop.Prepare(root, points, seed: 0);
            var cost = Cost.Of(loop, points);
            Scratch.Check(root, points);
            await Console.Out.WriteLineAsync($"{name}: {points / cost.Seconds:N0} points/s");
        }
    }

    /// <summary>One large sweep, and smaller ones while it is under way, so that all see the same disk.</summary>
    private static async ValueTask<List<Race>> Round(Scratch scratch, int round)
    {
        var races = new List<Race>();
        using var large = await Race.Prepare(scratch, Large, round);
        for (var tenth = 0; !large.IsDone; tenth++)
        {
            large.Run(Large / 10);
            races.Add(await Whole(scratch, Small, round + tenth));
            if (tenth % 4 == 1)
                races.Add(await Whole(scratch, Middle, round + tenth));
        }

        races.Add(large);
        return races;
    }

    private static async ValueTask<Race> Whole(Scratch scratch, int points, int number)
    {
        using var race = await Race.Prepare(scratch, points, number);
        race.Run(points);
        return race;
    }

    private static async Task Print(List<List<Race>> rounds)
    {
        await Console.Out.WriteLineAsync("""

            | points | protocol, points/s | bare loop, points/s | protocol / bare loop, by turns | fast turns, µs a point: protocol, bare, ratio | user µs a point: protocol, bare | kernel µs a point: protocol, bare | bytes a point |
            | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
            """);
        foreach (var size in rounds.SelectMany(r => r).GroupBy(r => r.Points).OrderBy(g => g.Key))
        {
            List<Lap> laps = [.. size.SelectMany(r => r.Laps)];
            var points = size.Sum(r => r.Points);

            // A turn in which nothing else came in between, neither on the processor nor on the disk.
            var fastProtocol = laps.Select(l => l.Protocol.Seconds / Race.Turn * 1e6).Quantile(0.1);
            var fastBare = laps.Select(l => l.Bare.Seconds / Race.Turn * 1e6).Quantile(0.1);
            string[] cells =
            [
                size.Key.ToString("N0", null),
                size.Select(r => r.Points / r.ProtocolSeconds).Spread("N0"),
                size.Select(r => r.Points / r.BareSeconds).Spread("N0"),
                laps.Select(l => l.Bare.Seconds / l.Protocol.Seconds).Quartiles("F2"),
                $"{fastProtocol:N0}, {fastBare:N0}, {fastBare / fastProtocol:F2}",
                $"{laps.Sum(l => l.Protocol.UserSeconds) / points * 1e6:N0}, {laps.Sum(l => l.Bare.UserSeconds) / points * 1e6:N0}",
                $"{laps.Sum(l => l.Protocol.KernelSeconds) / points * 1e6:N0}, {laps.Sum(l => l.Bare.KernelSeconds) / points * 1e6:N0}",
                (laps.Sum(l => l.Protocol.Bytes) / points).ToString("N0", null),
            ];
            await Console.Out.WriteLineAsync($"| {string.Join(" | ", cells)} |");
        }

        await Console.Out.WriteLineAsync($"""

            cost a point at {Large:N0} points over that at {Small:N0}, of each round: protocol {Growth(l => l.Protocol.Seconds).Spread("F2")}, bare loop {Growth(l => l.Bare.Seconds).Spread("F2")}
            """);

        IEnumerable<double> Growth(Func<Lap, double> of) => rounds.Select(round => MedianTurn(round, Large, of) / MedianTurn(round, Small, of));

        static double MedianTurn(List<Race> round, int points, Func<Lap, double> of) => round.Where(r => r.Points == points).SelectMany(r => r.Laps).Select(of).Median();
    }
}
