namespace MultiRunner.Grids;

/// <summary>
/// Finds values that an axis lists twice. In a product they make a point twice, which is found there. In a sample such a value would only
/// be more likely than the others.
/// </summary>
internal static class RepeatedValues
{
    /// <summary>Looks at all dimensions.</summary>
    /// <exception cref="GridException">A dimension has a row twice.</exception>
    public static void Check(string sweep, GridSpace space)
    {
        var repeated =
            from dimension in space.Dimensions
            from row in dimension.Rows.GroupBy(row => TextOf(space, dimension, row), StringComparer.Ordinal)
            where row.Count() > 1
            select $"{string.Join(", ", dimension.Parameters.Select(p => $"'{space.Parameters[p].Name}'"))} "
                + $"{(dimension.Parameters.Count == 1 ? "has" : "have")} {row.Key} twice";
        if (repeated.ToList() is { Count: > 0 } all)
            throw new GridException(Messages.RepeatedValues(sweep, all));
    }

    private static string TextOf(GridSpace space, Dimension dimension, object?[] row) => string.Join(
        ", ",
        row.Select((value, i) => ArgumentJson.TryFormat(value, space.Parameters[dimension.Parameters[i]].Type)));
}
