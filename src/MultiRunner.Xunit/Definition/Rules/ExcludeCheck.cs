namespace MultiRunner.Definition.Rules;

/// <summary>Finds what is wrong with the <c>[Exclude]</c> of a sweep method.</summary>
internal static class ExcludeCheck
{
    /// <summary>Looks at all of them.</summary>
    /// <exception cref="GridException">One of them is no list of names and values, or excludes nothing.</exception>
    public static void Check(RuleContext context, IReadOnlyList<StatedExclude> excludes)
    {
        if (excludes.Where(e => e.Items.Count == 0 || e.Items.Count % 2 != 0).ToList() is { Count: > 0 } odd)
            throw new GridException(Messages.ExcludeWithoutPairs(context.Sweep, odd));
        var pairs = excludes.SelectMany(e => e.Pairs.Select(pair => (Exclude: e, pair.Name, pair.Value))).ToList();
        if (pairs.Where(p => context.PositionOf(p.Name) < 0).ToList() is { Count: > 0 } unknown)
            throw new GridException(Messages.ExcludeOfUnknown(context.Sweep, unknown, context.Parameters));
        if (excludes.Where(e => e.Pairs.DistinctBy(pair => pair.Name).Count() < e.Items.Count / 2).ToList() is { Count: > 0 } twice)
            throw new GridException(Messages.ExcludeNamesTwice(context.Sweep, twice));
        var values = pairs.Select(p => (p.Exclude, Position: context.PositionOf(p.Name), p.Value))
            .Select(p => (p.Exclude, p.Position, Values: ExcludedValues.Of(context, p.Position, p.Value)))
            .ToList();
        if (values.Where(p => p.Values.Count == 0).ToList() is { Count: > 0 } empty)
            throw new GridException(Messages.ExcludeOfNothing(context.Sweep, [.. empty.Select(p => p.Exclude)]));
        ValueCheck.Check(
            context,
            values.SelectMany(p => p.Values.Select(value => (p.Exclude.Text, p.Exclude.IsInherited, p.Position, value))));
    }
}
