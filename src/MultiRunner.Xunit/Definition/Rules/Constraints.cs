using MultiRunner.Grids;

namespace MultiRunner.Definition.Rules;

/// <summary>What every combination of a sweep method must fulfil.</summary>
internal static class Constraints
{
    /// <summary>
    /// What each <c>[Exclude]</c> leaves, and <c>Where</c>, which is asked last: it may not be able to answer for what is excluded.
    /// </summary>
    /// <exception cref="GridException">One of them is wrong.</exception>
    public static IReadOnlyList<Predicate> Of(RuleContext context, string? where)
    {
        var excludes = StatedExclude.AllOf(context.Method);
        ExcludeCheck.Check(context, excludes);
        return
        [
            .. excludes.Select(exclude => NoneOf(context, exclude)),
            .. where is null ? [] : new[] { MethodPredicate.Of(context, "Where of [SweepTheory]", $"Where = {where}", where) },
        ];
    }

    /// <summary>Holds where one of the parameters has another value.</summary>
    private static Predicate NoneOf(RuleContext context, StatedExclude exclude)
    {
        int[] positions = [.. exclude.Pairs.Select(pair => context.PositionOf(pair.Name))];
        ValueSet[] excluded = [.. exclude.Pairs.Select((pair, i) => SetOf(positions[i], pair.Value))];
        return new Predicate(exclude.Text, positions, values =>
        {
            for (var i = 0; i < excluded.Length; i++)
            {
                if (!excluded[i].Contains(values[i]))
                    return true;
            }

            return false;
        });

        ValueSet SetOf(int position, object? value) => context.SetOf(
            position,
            ExcludedValues.Of(context, position, value)
                .Select(given => context.TryConvert(position, given, out var converted) ? converted : given));
    }
}
