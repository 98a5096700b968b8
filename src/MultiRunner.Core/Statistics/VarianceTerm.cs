namespace MultiRunner.Statistics;

/// <summary>What may explain a part of the variance: a factor alone, or a pair of factors beyond what each of them does alone.</summary>
/// <param name="First">The index of the factor.</param>
/// <param name="Second">The index of the other factor of a pair, larger than the first; null for one factor.</param>
internal readonly record struct VarianceTerm(int First, int? Second = null);
