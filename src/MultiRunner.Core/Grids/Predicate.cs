namespace MultiRunner.Grids;

/// <summary>What a point must fulfil, or what decides about one of its parameters: a question about some of its arguments.</summary>
/// <param name="Name">How messages and reports name it: <c>Where = Fits</c>.</param>
/// <param name="Parameters">The positions of the parameters that it looks at.</param>
/// <param name="Holds">
/// Answers it for the arguments of these parameters, in this order. It may be code of the user's. It does not keep the array, which is
/// used again for the next question.
/// </param>
internal sealed record Predicate(string Name, IReadOnlyList<int> Parameters, Func<object?[], bool> Holds)
{
    /// <summary>Holds where all of several predicates hold.</summary>
    public static Predicate All(string name, IReadOnlyList<Predicate> predicates)
    {
        if (predicates.Count == 1)
            return predicates[0] with { Name = name };
        List<int> parameters = [.. predicates.SelectMany(p => p.Parameters).Distinct()];
        var parts = predicates.Select(predicate => (
            predicate.Holds,
            Places: predicate.Parameters.Select(parameter => parameters.IndexOf(parameter)).ToArray(),
            Asked: new object?[predicate.Parameters.Count])).ToArray();
        return new Predicate(name, parameters, arguments =>
        {
            foreach (var (holds, places, asked) in parts)
            {
                for (var i = 0; i < places.Length; i++)
                    asked[i] = arguments[places[i]];
                if (!holds(asked))
                    return false;
            }

            return true;
        });
    }
}
