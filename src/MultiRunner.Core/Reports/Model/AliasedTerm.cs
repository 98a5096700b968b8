using MultiRunner.Statistics;

namespace MultiRunner.Reports.Model;

/// <summary>Parameters, or pairs of them, that the points cannot tell apart, because their values change together.</summary>
/// <param name="Terms">For each the parameter, or the two of a pair.</param>
/// <param name="Part">What they explain together.</param>
internal sealed record AliasedTerm(IReadOnlyList<IReadOnlyList<string>> Terms, VariancePart Part);
