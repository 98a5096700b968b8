namespace MultiRunner.Grids;

/// <summary>One parameter and the values that it takes, in the order in which they were given.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Values">Its values, of which there is at least one. They have the type of the parameter.</param>
internal sealed record Axis(Parameter Parameter, IReadOnlyList<object?> Values);
