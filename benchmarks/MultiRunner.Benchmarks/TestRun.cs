namespace MultiRunner.Benchmarks;

/// <summary>The same tests as a sweep and as a plain theory, one right after the other.</summary>
internal readonly record struct TestRun(DotNetRun Sweep, DotNetRun Theory)
{
    /// <summary>The costs of a point that comes on top of others, in milliseconds.</summary>
    /// <param name="few">A run of fewer points.</param>
    /// <param name="points">How many points it has less.</param>
    /// <param name="value">A time in seconds.</param>
    public (double Sweep, double Theory) FurtherPoint(TestRun few, int points, Func<DotNetRun, double> value) =>
        ((value(Sweep) - value(few.Sweep)) / points * 1000, (value(Theory) - value(few.Theory)) / points * 1000);
}
