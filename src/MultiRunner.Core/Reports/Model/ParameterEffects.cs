using MultiRunner.Format;

namespace MultiRunner.Reports.Model;

/// <summary>Which values of a parameter did well on average.</summary>
internal static class ParameterEffects
{
    /// <summary>
    /// One entry for each parameter whose mean says more than the points themselves: it has at least two values, and some
    /// value belongs to more than one point. The mean is the objective's; without an objective, or when no result has its
    /// metric, that of every metric. Repeat parameters have none. Numbers that are taken together count as one value.
    /// </summary>
    public static IReadOnlyList<ParameterEffect> Of(
        IReadOnlyList<ReportPoint> points,
        IReadOnlyList<string> parameters,
        IReadOnlyList<string> repeats,
        IReadOnlyList<string> metrics,
        Objective? objective,
        ParameterShares? shares,
        IReadOnlyList<ParameterLevels> levels)
    {
        var ranked = MetricColumns.Ranked(metrics, objective);
        var averaged = ranked is null ? metrics : [ranked];
        var effects = new List<ParameterEffect>();
        for (var i = 0; i < parameters.Count && averaged.Count > 0; i++)
        {
            if (repeats.Contains(parameters[i]))
                continue;
            var groups = points.Where(p => p.Arguments[i] is not null).GroupBy(p => levels[i].Of(p.Arguments[i]!.Value)).ToList();
            if (groups.Count > 1 && groups.Any(g => g.Count() > 1))
            {
                var values = Sorted(groups).Select(g => Effect(g, averaged, ranked is null ? null : objective));
                effects.Add(Adjusted(new ParameterEffect(parameters[i], [.. values]), shares));
            }
        }

        return effects;
    }

    /// <summary>The effect with adjusted means, where they differ from the means.</summary>
    private static ParameterEffect Adjusted(ParameterEffect effect, ParameterShares? shares) => shares is not { IsBalanced: false }
        ? effect
        : effect with
        {
            Values =
            [
                .. effect.Values.Select(v =>
                    shares.AdjustedMeans.TryGetValue((effect.Parameter, new ValueLevel(v.Value, v.UpTo)), out var adjusted)
                        ? v with { Means = [v.Means[0] with { AdjustedMean = adjusted }] }
                        : v),
            ],
        };

    private static ValueEffect Effect(IGrouping<ValueLevel, ReportPoint> points, IReadOnlyList<string> metrics, Objective? objective) =>
        new(points.Key.Value, points.Key.UpTo, [.. metrics.Select(m => MetricMean.Of(m, [.. points], objective))]);

    /// <summary>The numbers by their size, and then the others in the order in which they come.</summary>
    private static IEnumerable<IGrouping<ValueLevel, ReportPoint>> Sorted(List<IGrouping<ValueLevel, ReportPoint>> groups) =>
        from @group in groups
        let number = ParameterLevels.Number(@group.Key.Value)
        orderby number is null, number
        select @group;
}
