using System.Text.Json.Serialization;
using MultiRunner.Grids;
using MultiRunner.Statistics;

namespace MultiRunner.Reports.Comparing;

/// <summary>The configuration of one side that has the best mean; of several the first.</summary>
/// <param name="Arguments">Its arguments by name.</param>
/// <param name="Summary">The metric over its points.</param>
internal sealed record BestConfiguration(IReadOnlyDictionary<string, CanonicalJson> Arguments, SampleSummary Summary)
{
    /// <summary>The arguments in the order of the comparison's factors.</summary>
    [JsonIgnore]
    public IReadOnlyList<CanonicalJson?> Values { get; init; } = [];

    /// <summary>How many points it has, with a value or without.</summary>
    [JsonIgnore]
    public int Repeats { get; init; }

    public static BestConfiguration? Of(
        IReadOnlyList<ComparedConfiguration> configurations, Func<ComparedConfiguration, ConfigurationSide> side, bool maximize)
    {
        var measured = configurations.Where(c => side(c).Mean is not null);
        var best = maximize ? measured.MaxBy(c => side(c).Mean) : measured.MinBy(c => side(c).Mean);
        return best is null ? null : new BestConfiguration(best.Arguments, side(best).Summary!)
        {
            Values = best.Values,
            Repeats = side(best).Points.Count,
        };
    }
}
