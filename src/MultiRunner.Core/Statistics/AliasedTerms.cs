namespace MultiRunner.Statistics;

/// <summary>Terms that the design cannot tell apart, because their levels change together.</summary>
/// <param name="Terms">
/// The terms; a single one for a pair that the design cannot tell from the single factors, as when one factor has its value from another.
/// </param>
/// <param name="Part">What they explain together; nothing for a single one.</param>
internal sealed record AliasedTerms(IReadOnlyList<VarianceTerm> Terms, VariancePart Part);
