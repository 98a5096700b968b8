using MultiRunner.Statistics;

namespace MultiRunner.Reports.Model;

/// <summary>What one parameter explains of the variance of the objective, or two of them beyond what each does alone.</summary>
/// <param name="Parameters">The parameter, or the two.</param>
/// <param name="Part">What it explains.</param>
internal sealed record ExplainedTerm(IReadOnlyList<string> Parameters, VariancePart Part);
