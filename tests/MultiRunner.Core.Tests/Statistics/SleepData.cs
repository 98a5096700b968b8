namespace MultiRunner.Core.Tests.Statistics;

/// <summary>
/// Hours of sleep that ten patients gained by each of two drugs. "Student", The probable error of a mean, Biometrika 6 (1908), in the
/// version of R's data set <c>sleep</c>, whose help prints the tests: paired t = -4.0621, df = 9, p = 0.002833, interval -2.4598858 to
/// -0.7001142; Welch's t = -1.8608, df = 17.776, p = 0.07939.
/// </summary>
internal static class SleepData
{
    public static double[] First { get; } = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];

    public static double[] Second { get; } = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

    public static double[] Differences { get; } = [.. First.Zip(Second, (a, b) => a - b)];
}
