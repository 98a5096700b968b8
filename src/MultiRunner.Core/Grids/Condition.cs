namespace MultiRunner.Grids;

/// <summary>Says when a parameter matters. Where it does not, it has one value instead of all of its axis.</summary>
/// <param name="Parameter">The position of the parameter.</param>
/// <param name="Applies">Whether it matters.</param>
/// <param name="Otherwise">Its value where it does not.</param>
internal sealed record Condition(int Parameter, Predicate Applies, object? Otherwise);
