namespace MultiRunner.Statistics;

/// <summary>The values at one level of a factor.</summary>
/// <param name="Level">The level, as in <see cref="Observation.Levels"/>.</param>
/// <param name="Count">How many observations have it.</param>
/// <param name="Mean">The mean of their values; it follows IEEE 754 when one is not finite.</param>
/// <param name="StandardError">
/// The standard deviation of the values divided by the root of their number; null when there is no standard deviation.
/// </param>
/// <param name="AdjustedMean">
/// The mean that the model of single factors expects at this level, when all levels of each other factor are equally frequent; null when
/// the shares cannot be given, when factors are aliased, and when a value at this level is not finite.
/// </param>
internal sealed record LevelMean(int Level, int Count, double Mean, double? StandardError, double? AdjustedMean);
