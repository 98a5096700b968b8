namespace MultiRunner.Benchmarks;

/// <summary>Points and workers whose lengths and speeds only the benchmark knows.</summary>
/// <param name="Seconds">How long each point takes on a worker of speed 1.</param>
/// <param name="Speeds">The speed of each worker.</param>
internal sealed record MakespanProblem(double[] Seconds, double[] Speeds)
{
    public const double MedianSeconds = 60;
    public const double Sigma = 1;
    public const int Workers = 10;
    public const double SpeedOfSlowOne = 0.1;

    /// <summary>Points of log-normal lengths, on workers of which any one is slow: which it is decides which point it takes first.</summary>
    public static MakespanProblem Draw(int points, Random random)
    {
        var slow = random.Next(Workers);
        return new MakespanProblem(
            [.. Enumerable.Range(0, points).Select(_ => MedianSeconds * Math.Exp(Sigma * Normal(random)))],
            [.. Enumerable.Range(0, Workers).Select(worker => worker == slow ? SpeedOfSlowOne : 1)]);
    }

    /// <summary>
    /// No schedule ends earlier, not even one that knows all lengths and may move a point from worker to worker at any moment: the k longest
    /// points keep k workers busy at most, and all points all of them (Horvath, Lam and Sethi, "A Level Algorithm for Preemptive Scheduling",
    /// Journal of the ACM 24(1), 1977).
    /// </summary>
    public double LowerBound()
    {
        double[] longest = [.. Seconds.OrderDescending()];
        double[] fastest = [.. Speeds.OrderDescending()];
        var bound = Seconds.Sum() / Speeds.Sum();
        for (var k = 1; k < Math.Min(longest.Length, fastest.Length); k++)
            bound = Math.Max(bound, longest.Take(k).Sum() / fastest.Take(k).Sum());
        return bound;
    }

    /// <summary>
    /// When a scheduler ends that knows all lengths and speeds and takes the points in an order: each goes to the worker that ends it
    /// earliest.
    /// </summary>
    public double ListSchedule(IEnumerable<int> order)
    {
        var free = new double[Speeds.Length];
        foreach (var point in order)
        {
            var best = Enumerable.Range(0, free.Length).MinBy(worker => free[worker] + (Seconds[point] / Speeds[worker]));
            free[best] += Seconds[point] / Speeds[best];
        }

        return free.Max();
    }

    /// <summary>A number of the standard normal distribution (Box and Muller, Annals of Mathematical Statistics 29(2), 1958).</summary>
    public static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
