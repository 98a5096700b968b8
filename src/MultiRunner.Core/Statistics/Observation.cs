namespace MultiRunner.Statistics;

/// <summary>One measurement, and the levels at which the factors were.</summary>
/// <param name="Levels">For each factor a number that stands for its level; negative where the measurement has none.</param>
/// <param name="Value">What was measured.</param>
/// <param name="Configuration">A number that repeats of one configuration share; null when nothing is known of repeats.</param>
internal readonly record struct Observation(IReadOnlyList<int> Levels, double Value, int? Configuration = null);
