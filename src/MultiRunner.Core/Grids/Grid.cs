using System.Globalization;

namespace MultiRunner.Grids;

/// <summary>All points of a sweep: the product of its axes, or explicit rows.</summary>
internal sealed class Grid
{
    /// <summary>The number of points that a sweep may have unless it says otherwise.</summary>
    public const int DefaultMaxPoints = 1_000_000;

    private readonly Dictionary<string, int> indexByKey;

    private Grid(
        IReadOnlyList<Parameter> parameters, IReadOnlyList<Axis>? axes, List<GridPoint> points, Dictionary<string, int> indexByKey)
    {
        Parameters = parameters;
        Axes = axes;
        Points = points;
        this.indexByKey = indexByKey;
    }

    /// <summary>The parameters, in the order of the method.</summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>The axes whose product this grid is, or null when its rows were listed one by one.</summary>
    public IReadOnlyList<Axis>? Axes { get; }

    /// <summary>The points. The last axis varies fastest.</summary>
    public IReadOnlyList<GridPoint> Points { get; }

    /// <summary>The product of <paramref name="axes"/>.</summary>
    /// <exception cref="GridException">
    /// An axis is empty or repeats a value, or there are more than <paramref name="maxPoints"/> points.
    /// </exception>
    public static Grid FromAxes(string sweep, IReadOnlyList<Axis> axes, int maxPoints = DefaultMaxPoints)
    {
        var empty = axes.Where(a => a.Values.Count == 0).Select(a => $"'{a.Parameter.Name}' ({a.Parameter.Type.Name})").ToList();
        if (empty.Count > 0)
            throw new GridException(
                $"{sweep}: every axis needs at least one value, but {string.Join(", ", empty)} {(empty.Count == 1 ? "has" : "have")} "
                + $"none. Give the axis a value, or remove its attribute and its parameter; [Values] without arguments means all "
                + $"values only of a bool or an enum.");

        var count = axes.Aggregate(1.0, (product, axis) => product * axis.Values.Count);
        if (count > maxPoints)
        {
            var shape = string.Join(" x ", axes.Select(a => a.Values.Count.ToString(CultureInfo.InvariantCulture)));
            throw TooMany(sweep, count, maxPoints, $"{shape} points");
        }

        var parameters = axes.Select(a => a.Parameter).ToList();
        var rows = new List<object?[]>((int)count);
        var digits = new int[axes.Count];
        for (var i = 0; i < (int)count; i++)
        {
            var row = new object?[axes.Count];
            for (var a = 0; a < row.Length; a++)
                row[a] = axes[a].Values[digits[a]];
            rows.Add(row);
            for (var a = row.Length - 1; a >= 0 && ++digits[a] == axes[a].Values.Count; a--)
                digits[a] = 0;
        }

        return Build(sweep, parameters, axes, rows);
    }

    /// <summary>Rows that were listed one by one, as by <c>[InlineData]</c>.</summary>
    /// <exception cref="GridException">
    /// There are no rows, one does not fit the parameters, two are the same, or there are more than <paramref name="maxPoints"/>.
    /// </exception>
    public static Grid FromRows(
        string sweep, IReadOnlyList<Parameter> parameters, IReadOnlyList<object?[]> rows, int maxPoints = DefaultMaxPoints)
    {
        if (rows.Count == 0)
            throw new GridException(
                $"{sweep}: a sweep needs at least one point, but its data attributes returned no rows. Return at least one row, or "
                + $"give its parameters axes such as [Values(1, 2)].");
        if (rows.Count > maxPoints)
            throw TooMany(sweep, rows.Count, maxPoints, "rows");
        var wrong = rows.Select((row, i) => (Index: i, row.Length))
            .Where(r => r.Length != parameters.Count)
            .Select(r => $"row {r.Index} has {r.Length}")
            .ToList();
        return wrong.Count == 0
            ? Build(sweep, parameters, axes: null, rows)
            : throw new GridException(
                $"{sweep}: every row needs one value for each of the {parameters.Count} parameters "
                    + $"({string.Join(", ", parameters.Select(p => p.Name))}), but {Offenders.Some(wrong, ", ")}. Add or remove values.");
    }

    /// <summary>The index of the point with this key, or -1.</summary>
    public int IndexOf(string key) => indexByKey.GetValueOrDefault(key, -1);

    private static Grid Build(string sweep, IReadOnlyList<Parameter> parameters, IReadOnlyList<Axis>? axes, IReadOnlyList<object?[]> rows)
    {
        CheckNames(sweep, parameters);
        var points = new List<GridPoint>(rows.Count);
        var indexByKey = new Dictionary<string, int>(rows.Count, StringComparer.Ordinal);
        var repeated = new List<string>();
        using var keys = new KeyWriter(sweep, parameters);
        for (var i = 0; i < rows.Count; i++)
        {
            var key = keys.KeyOf(rows[i]);
            if (indexByKey.TryAdd(key, i))
                points.Add(new GridPoint(i, rows[i], key));
            else
                repeated.Add($"point {i} is the same as {indexByKey[key]}: {key}");
        }

        return repeated.Count == 0
            ? new Grid(parameters, axes, points, indexByKey)
            : throw new GridException(
                $"{sweep}: every point is listed once, but {repeated.Count} of {rows.Count} repeat another "
                    + $"({Offenders.Some(repeated, "; ")}). Remove the repeated values; to run a point several times, "
                    + $"add an axis such as [Repeats(3)] int seed.");
    }

    /// <summary>Points are known by the names of their arguments, and what reads the reports often ignores case.</summary>
    private static void CheckNames(string sweep, IReadOnlyList<Parameter> parameters)
    {
        var alike = parameters.GroupBy(p => p.Name, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1)
            .Select(group => string.Join(" and ", group.Select(p => $"'{p.Name}'")))
            .ToList();
        if (alike.Count > 0)
            throw new GridException(
                $"{sweep}: the names of parameters are compared without case, but {string.Join("; ", alike)} are alike. "
                    + $"Rename all but one of them.");
    }

    private static GridException TooMany(string sweep, double count, int limit, string what) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"{sweep}: a sweep has at most {limit:N0} points, but this one has {count:N0} ({what}). Take fewer values, or raise MaxPoints "
            + $"on [SweepTheory]."));
}
