namespace MultiRunner.Statistics;

/// <summary>What some terms explain in addition to all others of their model.</summary>
/// <param name="Terms">Positions of the terms in the model; several when the design cannot tell them apart.</param>
/// <param name="DegreesOfFreedom">The dimension of what they add; 0 for a term that adds nothing to the model below.</param>
/// <param name="SumOfSquares">What they explain.</param>
internal sealed record TermSquares(IReadOnlyList<int> Terms, int DegreesOfFreedom, double SumOfSquares);
