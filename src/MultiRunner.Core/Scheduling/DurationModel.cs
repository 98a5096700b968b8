using System.Text.Json;

namespace MultiRunner.Scheduling;

/// <summary>
/// Estimates how long a point takes from how long others took: the geometric mean of all durations, times, for each parameter, the
/// geometric mean at the value of the point divided by that of all. This is a sum of logarithms, as in an analysis of variance without
/// interactions. A value without durations counts as an average one.
/// </summary>
internal sealed class DurationModel
{
    // Durations are recorded in milliseconds, and zero has no logarithm.
    private const double Shortest = 0.001;

    // A mean of so many is good to a few percent.
    private const int MostToSmear = 1_000;

    private readonly Dictionary<(string Parameter, string Value), (double Sum, int Count)> levels = [];
    private readonly List<((string Parameter, string Value)[] Levels, double Seconds)> known = [];
    private double sum;
    private (int Count, double Factor) smearing;

    /// <summary>How many durations it knows.</summary>
    public int Count { get; private set; }

    /// <summary>Learns how long a point took.</summary>
    /// <param name="arguments">The arguments of the point by name, an object.</param>
    /// <param name="seconds">How long it took.</param>
    /// <exception cref="InvalidOperationException">A name or a value is damaged. Nothing was learned.</exception>
    public void Add(JsonElement arguments, double seconds)
    {
        // All of them before any sum changes: a damaged name or value throws, and half of a result must not be learned.
        var levelsOfPoint = LevelsOf(arguments).ToArray();
        if (known.Count < MostToSmear)
            known.Add((levelsOfPoint, seconds));
        var logarithm = Math.Log(Math.Max(seconds, Shortest));
        sum += logarithm;
        Count++;
        foreach (var level in levelsOfPoint)
        {
            var (sumOfLevel, count) = levels.GetValueOrDefault(level);
            levels[level] = (sumOfLevel + logarithm, count + 1);
        }
    }

    /// <summary>The logarithm of the seconds that a point is likely to take.</summary>
    public double Estimate(ReadOnlyMemory<byte> arguments)
    {
        using var document = JsonDocument.Parse(arguments);
        return Estimate(LevelsOf(document.RootElement));
    }

    /// <summary>
    /// The seconds that points like this one take on average. The exponential of a mean of logarithms is too small for that, so it is
    /// multiplied by what the known durations are together, divided by what it says of them (Duan, "Smearing Estimate: A
    /// Nonparametric Retransformation Method", Journal of the American Statistical Association 78, 1983, as a ratio of sums).
    /// </summary>
    public double MeanSeconds(ReadOnlyMemory<byte> arguments)
    {
        if (smearing.Count != Count)
            smearing = (Count, known.Sum(k => Math.Max(k.Seconds, Shortest)) / known.Sum(k => Math.Exp(Estimate(k.Levels))));
        return Math.Exp(Estimate(arguments)) * smearing.Factor;
    }

    private double Estimate(IEnumerable<(string Parameter, string Value)> levelsOfPoint)
    {
        var mean = sum / Count;
        var estimate = mean;
        foreach (var level in levelsOfPoint)
        {
            if (levels.TryGetValue(level, out var of))
                estimate += (of.Sum / of.Count) - mean;
        }

        return estimate;
    }

    // Written anew, since one value may have white space in one file and none in another.
    private static IEnumerable<(string Parameter, string Value)> LevelsOf(JsonElement arguments) =>
        arguments.EnumerateObject().Select(argument => (argument.Name, JsonSerializer.Serialize(argument.Value)));
}
