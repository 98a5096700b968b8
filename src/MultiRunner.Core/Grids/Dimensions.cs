namespace MultiRunner.Grids;

/// <summary>Makes the dimensions of a space from axes, of which some may be walked in step.</summary>
internal static class Dimensions
{
    /// <summary>The dimensions, in the order of their first parameters.</summary>
    /// <param name="sweep">The sweep, for messages.</param>
    /// <param name="axes">The axes, in the order of the parameters.</param>
    /// <exception cref="GridException">A group has one axis only, axes of different lengths, or one whose values are drawn.</exception>
    public static IReadOnlyList<Dimension> Of(string sweep, IReadOnlyList<Axis> axes)
    {
        var groups = axes.Select((axis, position) => (axis, position))
            .GroupBy(a => a.axis.Group is { } group ? (group, -1) : ("", a.position))
            .Select(members => members.ToList())
            .ToList();
        Check(sweep, [.. groups.Select(group => group.ConvertAll(a => a.axis)).Where(group => group[0].Group is not null)]);
        return [.. groups.Select(Of)];
    }

    private static Dimension Of(List<(Axis Axis, int Position)> members)
    {
        if (members is [var (axis, position)])
            return axis.Distribution is { } distribution ? Dimension.Drawn(position, distribution) : Dimension.Of(position, axis.Values);
        var length = members.Min(a => a.Axis.Values.Count);
        var rows = Enumerable.Range(0, length).Select(row => members.Select(a => a.Axis.Values[row]).ToArray());
        return Dimension.InStep([.. members.Select(a => a.Position)], [.. rows]);
    }

    private static void Check(string sweep, IReadOnlyList<List<Axis>> groups)
    {
        if (groups.Any(group => group.Count == 1))
            throw new GridException(ZipMessages.Alone(sweep, groups));
        var drawn = groups.SelectMany(group => group).Where(axis => axis.Distribution is not null).ToList();
        if (drawn.Count > 0)
            throw new GridException(ZipMessages.Drawn(sweep, drawn));

        // An axis without values is an error of its own, which the grid tells with what to do about it.
        var unequal = groups.Where(group => group.All(axis => axis.Values.Count > 0))
            .Where(group => group.Any(axis => axis.Values.Count != group[0].Values.Count))
            .ToList();
        if (unequal.Count > 0)
            throw new GridException(ZipMessages.UnequalLengths(sweep, unequal));
    }
}
