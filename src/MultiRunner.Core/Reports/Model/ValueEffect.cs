using MultiRunner.Grids;

namespace MultiRunner.Reports.Model;

/// <summary>What one value of a parameter comes to, or several numbers together.</summary>
/// <param name="Value">The value, or the lowest number.</param>
/// <param name="UpTo">The highest number; null for a single value.</param>
/// <param name="Means">The objective's mean; that of every metric when there is no objective. Same order for every value.</param>
internal sealed record ValueEffect(CanonicalJson Value, CanonicalJson? UpTo, IReadOnlyList<MetricMean> Means);
