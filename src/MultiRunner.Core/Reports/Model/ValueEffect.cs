using MultiRunner.Grids;

namespace MultiRunner.Reports.Model;

/// <summary>What one value of a parameter comes to.</summary>
/// <param name="Value">The value.</param>
/// <param name="Means">The objective's mean; that of every metric when there is no objective. Same order for every value.</param>
internal sealed record ValueEffect(CanonicalJson Value, IReadOnlyList<MetricMean> Means);
