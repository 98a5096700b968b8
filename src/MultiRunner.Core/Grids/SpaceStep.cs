namespace MultiRunner.Grids;

/// <summary>A step on the way from no argument of a point to all of them: one dimension gets its values.</summary>
/// <param name="Dimension">The dimension.</param>
/// <param name="Index">Its position among the dimensions.</param>
/// <param name="Condition">When it matters; null: always.</param>
/// <param name="Constraints">The constraints that can be asked once it has its values.</param>
internal sealed record SpaceStep(Dimension Dimension, int Index, Condition? Condition, IReadOnlyList<Predicate> Constraints);
