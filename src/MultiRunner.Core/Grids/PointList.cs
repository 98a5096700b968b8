namespace MultiRunner.Grids;

/// <summary>The points of a grid while they are collected, each once.</summary>
/// <param name="sweep">The sweep, for messages.</param>
/// <param name="keys">Makes the key of each point.</param>
/// <param name="others">Points that are taken for being there, until they are added by <see cref="AddEach"/>.</param>
internal sealed class PointList(string sweep, KeyWriter keys, PointList? others = null)
{
    private readonly List<GridPoint> points = [];
    private readonly Dictionary<string, int> indexByKey = new(StringComparer.Ordinal);

    /// <summary>The points so far.</summary>
    public IReadOnlyList<GridPoint> Points => points;

    /// <summary>The index of each point by its key.</summary>
    public IReadOnlyDictionary<string, int> IndexByKey => indexByKey;

    /// <summary>Appends points that were listed by the user, none of which may be there.</summary>
    /// <exception cref="GridException">One of them is there, or has an argument that cannot be a part of a key.</exception>
    public void AddEach(IEnumerable<object?[]> rows)
    {
        var repeated = new List<string>();
        foreach (var row in rows)
        {
            var key = keys.KeyOf(row);
            if (!TryAdd(row, key))
                repeated.Add($"point {points.Count + repeated.Count} is the same as {indexByKey[key]}: {key}");
        }

        if (repeated.Count > 0)
            throw new GridException(
                $"{sweep}: every point is listed once, but {repeated.Count} of {points.Count + repeated.Count} repeat another "
                + $"({Offenders.Some(repeated, "; ")}). Remove the repeated values; to run a point several times, "
                + $"add an axis such as [Repeats(3)] int seed.");
    }

    /// <summary>Appends a point that was drawn, unless it is there.</summary>
    /// <exception cref="GridException">An argument cannot be a part of a key.</exception>
    public void AddIfNew(object?[] arguments)
    {
        var key = keys.KeyOf(arguments);
        if (others?.indexByKey.ContainsKey(key) != true)
            TryAdd(arguments, key);
    }

    private bool TryAdd(object?[] arguments, string key)
    {
        if (!indexByKey.TryAdd(key, points.Count))
            return false;
        points.Add(new GridPoint(points.Count, keys.OwnedOf(arguments), key));
        return true;
    }
}
