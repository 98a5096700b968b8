using System.Text.Json.Serialization;
using MultiRunner.Grids;
using MultiRunner.Statistics;

namespace MultiRunner.Reports.Comparing;

/// <summary>
/// The configuration of one side that has the best mean. Of several it is the first one that is best on both sides, or else the first.
/// </summary>
/// <param name="Arguments">Its arguments by name.</param>
/// <param name="Summary">The metric over its points.</param>
/// <param name="Tied">How many have that mean; null when no other one has.</param>
internal sealed record BestConfiguration(IReadOnlyDictionary<string, CanonicalJson> Arguments, SampleSummary Summary, int? Tied)
{
    /// <summary>The arguments in the order of the comparison's factors.</summary>
    [JsonIgnore]
    public IReadOnlyList<CanonicalJson?> Values { get; init; } = [];

    /// <summary>How many points it has, with a value or without.</summary>
    [JsonIgnore]
    public int Repeats { get; init; }

    /// <summary>The best of both sides; null where a side has none.</summary>
    /// <param name="configurations">The configurations, in their order.</param>
    /// <param name="maximize">Whether a larger mean is better.</param>
    public static (BestConfiguration? Before, BestConfiguration? After) Of(
        IReadOnlyList<ComparedConfiguration> configurations, bool maximize)
    {
        var before = Best(configurations, c => c.Before.Mean, maximize);
        var after = Best(configurations, c => c.After.Mean, maximize);
        var both = before.FirstOrDefault(after.ToHashSet<object>(ReferenceEqualityComparer.Instance).Contains);
        return (Of(both, before, c => c.Before), Of(both, after, c => c.After));
    }

    private static List<ComparedConfiguration> Best(
        IReadOnlyList<ComparedConfiguration> configurations, Func<ComparedConfiguration, double?> mean, bool maximize)
    {
        var best = maximize ? configurations.Max(mean) : configurations.Min(mean);
        return best is null ? [] : [.. configurations.Where(c => mean(c) == best)];
    }

    private static BestConfiguration? Of(
        ComparedConfiguration? both, List<ComparedConfiguration> best, Func<ComparedConfiguration, ConfigurationSide> side)
    {
        if (best.Count == 0)
            return null;
        var named = both ?? best[0];
        return new BestConfiguration(named.Arguments, side(named).Summary!, best.Count > 1 ? best.Count : null)
        {
            Values = named.Values,
            Repeats = side(named).Points.Count,
        };
    }
}
