using MultiRunner.Statistics;

namespace MultiRunner.Reports.Comparing;

/// <summary>What has become of the configurations on average.</summary>
/// <param name="Configurations">How many there are that both sides have a mean of.</param>
/// <param name="IsRelative">
/// Whether the change is the geometric mean of the ratios of the means, less 1. That is so when all means are positive. Otherwise the
/// change is the mean of the differences.
/// </param>
/// <param name="Change">The change.</param>
/// <param name="Low">The lower end of its 95 % interval over the configurations; null for fewer than two of them.</param>
/// <param name="High">Its upper end.</param>
internal sealed record OverallChange(int Configurations, bool IsRelative, double Change, double? Low, double? High)
{
    /// <summary>The change of all that both sides have a mean of; null when there is none.</summary>
    public static OverallChange? Of(IEnumerable<ComparedConfiguration> configurations)
    {
        var pairs = configurations.Where(c => c.Difference is not null).ToList();
        if (pairs.Count == 0)
            return null;
        if (pairs.TrueForAll(c => c.Before.Mean > 0 && c.After.Mean > 0))
        {
            var logs = SampleSummary.Of(pairs.ConvertAll(c => Math.Log(c.After.Mean!.Value / c.Before.Mean!.Value)));
            return new OverallChange(pairs.Count, true, Ratio(logs.Mean)!.Value, Ratio(logs.Low), Ratio(logs.High));
        }

        var summary = SampleSummary.Of(pairs.ConvertAll(c => c.Difference!.Value));
        return new OverallChange(pairs.Count, false, summary.Mean, summary.Low, summary.High);
    }

    private static double? Ratio(double? logarithm) => logarithm is { } value ? Math.Exp(value) - 1 : null;
}
