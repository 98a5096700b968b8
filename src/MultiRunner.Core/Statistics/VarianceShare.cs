namespace MultiRunner.Statistics;

/// <summary>What one term explains.</summary>
internal sealed record VarianceShare(VarianceTerm Term, VariancePart Part);
