namespace MultiRunner.Grids;

/// <summary>What a point must fulfil, or what decides about one of its parameters: a question about some of its arguments.</summary>
/// <param name="Name">How messages and reports name it: <c>Where = Fits</c>.</param>
/// <param name="Parameters">The positions of the parameters that it looks at.</param>
/// <param name="Holds">Answers it for the arguments of these parameters, in this order. It may be code of the user's.</param>
internal sealed record Predicate(string Name, IReadOnlyList<int> Parameters, Func<object?[], bool> Holds);
