using MultiRunner.Membership;

namespace MultiRunner.Benchmarks;

/// <summary>How long after the earliest possible moment the last result of a sweep comes, in simulated time.</summary>
internal static class MakespanBenchmark
{
    private const double Aim = 1.10;
    private const double Noise = 0.5;
    private const int FewestWithoutAlways = 1_000;

    private static readonly (string Name, Order Order, double? Noise)[] Orders =
    [
        ("Shuffled", Order.Shuffled, null),
        ("AsWritten", Order.AsWritten, null),
        ("LongestFirst, exact costs", Order.LongestFirst, 0),
        ("LongestFirst, noisy costs", Order.LongestFirst, Noise),
    ];

    /// <param name="only">The only number of points, or null for the usual ones.</param>
    /// <param name="count">How many sweeps of each kind are simulated then.</param>
    public static async Task Run(int? only, int count)
    {
        await Console.Out.WriteLineAsync($"""
            The time to the last result, divided by a lower bound that no scheduler can beat. The points take log-normal times, of median
            {MakespanProblem.MedianSeconds} s and sigma {MakespanProblem.Sigma}. {MakespanProblem.Workers} workers share them, one of which has {MakespanProblem.SpeedOfSlowOne} of the speed of the others. All workers are played by the real code
            in simulated time, on a directory in memory whose operations take no time. Noisy costs are the true ones times a log-normal factor of
            sigma {Noise}. The bound is the end of the best schedule that may move a point from worker to worker at any moment: the greatest of
            total work / total speed and, for each k, the k longest points / the k fastest speeds (Horvath, Lam and Sethi, Journal of the ACM
            24(1), 1977). In the last columns a scheduler that knows all lengths and speeds takes the points in the same order, and gives each to
            the worker that ends it earliest. What is missing between it and the bound is missing because of the order: a long point that comes
            last begins last. `Always` with 1,000 points is left out, since it lists so often that the simulation takes long.

            Aim: `Speculation.{new SweepOptions().Speculation}`, the default, ends within {Aim:F2} of the bound in each order, by the median of the sweeps.

            | points | sweeps | order | speculation | end / bound, median | worst | points run twice, % | listings a point | one who knows all, same order: median | worst |
            | ---: | ---: | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |
            """);
        var missed = new List<string>();
        foreach (var (points, seeds) in only is { } n ? [(n, count)] : ((int, int)[])[(200, 20), (1_000, 10)])
        {
            foreach (var order in Orders)
            {
                foreach (var speculation in Enum.GetValues<Speculation>())
                {
                    // A thousand names are listed some 80,000 times in each of these sweeps, which takes minutes.
                    if (only is null && points >= FewestWithoutAlways && speculation == Speculation.Always)
                        continue;
                    await Console.Error.WriteLineAsync($"{points} points, {order.Name}, {speculation}");
                    var sweeps = new Sweep[seeds];
                    Parallel.For(0, seeds, seed => sweeps[seed] = Simulate(points, order.Order, order.Noise, speculation, seed));
                    var median = sweeps.Select(sweep => sweep.End).Median();
                    await Console.Out.WriteLineAsync(
                        $"| {points:N0} | {seeds} | {order.Name} | {speculation} | {median:F2} | {sweeps.Max(sweep => sweep.End):F2} | "
                        + $"{sweeps.Select(sweep => sweep.Twice).Median():F1} | {sweeps.Select(sweep => sweep.Listings).Median():F1} | {sweeps.Select(sweep => sweep.Knowing).Median():F2} | {sweeps.Max(sweep => sweep.Knowing):F2} |");
                    if (speculation == new SweepOptions().Speculation && median > Aim)
                        missed.Add($"{order.Name} with {points:N0} points: {median:F2} (one who knows all, in the same order: {sweeps.Select(sweep => sweep.Knowing).Median():F2})");
                }
            }
        }

        await Console.Out.WriteLineAsync();
        await Console.Out.WriteLineAsync(missed.Count == 0
            ? $"The aim is met: `Auto` ends within {Aim:F2} of the bound in each order."
            : $"**The aim is missed**: {string.Join("; ", missed)}; aim: {Aim:F2}.");
    }

    private static Sweep Simulate(int points, Order order, double? noise, Speculation speculation, int seed)
    {
        var random = new Random(seed);
        var problem = MakespanProblem.Draw(points, random);
        var costs = noise is null ? null : Enumerable.Range(0, points)
            .ToDictionary(point => point, point => Math.Log(problem.Seconds[point]) + (noise.Value * MakespanProblem.Normal(random)));
        var list = Enumerable.Range(0, points);
        if (costs is not null)
            list = list.OrderByDescending(point => costs[point]);
        var workers = new UnequalWorkers(problem, new SweepOptions { Order = order, Speculation = speculation }, costs, seed);
        var bound = problem.LowerBound();
        return new Sweep(workers.Run() / bound, problem.ListSchedule(list) / bound, 100.0 * (workers.Begun - points) / points, workers.Listings / (double)points);
    }

    private sealed record Sweep(double End, double Knowing, double Twice, double Listings);
}
