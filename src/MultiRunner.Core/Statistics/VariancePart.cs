namespace MultiRunner.Statistics;

/// <summary>A part of the variance.</summary>
/// <param name="DegreesOfFreedom">How many independent differences it is made of.</param>
/// <param name="SumOfSquares">The sum of its squares, in squares of the unit of the values.</param>
/// <param name="Share">The sum of squares, divided by that of all values about their mean.</param>
internal sealed record VariancePart(int DegreesOfFreedom, double SumOfSquares, double Share);
