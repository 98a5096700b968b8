using System.Globalization;

namespace MultiRunner.Grids;

/// <summary>All points of a sweep: the product of its axes, or explicit rows.</summary>
internal sealed class Grid
{
    /// <summary>
    /// The number of points that a sweep may have unless it says otherwise. It is the largest grid whose discovery was measured, see
    /// benchmarks/README.md.
    /// </summary>
    public const int DefaultMaxPoints = 100_000;

    private readonly IReadOnlyDictionary<string, int> indexByKey;

    private Grid(IReadOnlyList<Parameter> parameters, PointList points)
    {
        Parameters = parameters;
        Points = points.Points;
        indexByKey = points.IndexByKey;
    }

    /// <summary>The parameters, in the order of the method.</summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>The axes from which the points come, or null when the points were listed one by one.</summary>
    public IReadOnlyList<Axis>? Axes { get; private init; }

    /// <summary>
    /// How the points were chosen from the product of the axes; null when they are that product, or were listed one by one.
    /// </summary>
    public GridOrigin? Origin { get; private init; }

    /// <summary>The points. In a product the last axis varies fastest.</summary>
    public IReadOnlyList<GridPoint> Points { get; }

    /// <summary>The points of a space that a choice takes.</summary>
    /// <param name="sweep">The sweep, for messages.</param>
    /// <param name="space">The space.</param>
    /// <param name="axes">Its parameters with their values.</param>
    /// <param name="choice">Which points are taken.</param>
    /// <param name="maxPoints">How many there may be.</param>
    /// <exception cref="GridException">The space, the choice, or what the user's constraints do cannot be.</exception>
    public static Grid FromSpace(
        string sweep, GridSpace space, IReadOnlyList<Axis> axes, SampleChoice choice, int maxPoints = DefaultMaxPoints)
    {
        CheckNames(sweep, space.Parameters);
        CheckEmpty(sweep, axes);
        var configurations = new ConfigurationSpace(sweep, space).Configurations;
        choice.Check(sweep, configurations, maxPoints);
        if (choice.Sampling != Sampling.Grid)
            RepeatedValues.Check(sweep, space);
        var isProduct = choice.Sampling == Sampling.Grid && space.Constraints.Count == 0 && space.Conditions.Count == 0;
        if (isProduct && (space.Size is not { } size || size > (UInt128)maxPoints))
        {
            var shape = string.Join(" x ", space.Dimensions.Select(d => d.Rows.Count.ToString(CultureInfo.InvariantCulture)));
            throw TooMany(sweep, space.Dimensions.Aggregate(1.0, (product, d) => product * d.Rows.Count), maxPoints, $"{shape} points");
        }

        var points = SpacePoints.Of(sweep, space, choice, maxPoints);
        return new Grid(space.Parameters, points)
        {
            Axes = axes,
            Origin = isProduct && space.ExtraRows.Count == 0
                ? null
                : new GridOrigin(
                    choice.Sampling,
                    choice.Samples,
                    choice.Sampling.IsDrawn() ? choice.Seed ?? SampleChoice.DefaultSeed : null,
                    choice.Sampling.IsDrawn() ? configurations.Size : space.Size,
                    [.. space.Constraints.Select(c => c.Name)],
                    space.ExtraRows.Count)
                {
                    Conditions = [.. space.Conditions.Select(c => c.Applies.Name)],
                },
        };
    }

    /// <summary>The product of <paramref name="axes"/>, in which those of a group are walked in step.</summary>
    /// <exception cref="GridException">
    /// A group is wrong, an axis is empty or repeats a value, or there are more than <paramref name="maxPoints"/> points.
    /// </exception>
    public static Grid FromAxes(string sweep, IReadOnlyList<Axis> axes, int maxPoints = DefaultMaxPoints)
    {
        var space = new GridSpace([.. axes.Select(a => a.Parameter)], Dimensions.Of(sweep, axes));
        return FromSpace(sweep, space, axes, SampleChoice.All, maxPoints);
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
        if (wrong.Count > 0)
            throw new GridException(
                $"{sweep}: every row needs one value for each of the {parameters.Count} parameters "
                + $"({string.Join(", ", parameters.Select(p => p.Name))}), but {Offenders.Some(wrong, ", ")}. Add or remove values.");
        CheckNames(sweep, parameters);
        using var keys = new KeyWriter(sweep, parameters);
        var points = new PointList(sweep, keys);
        points.AddEach(rows);
        return new Grid(parameters, points);
    }

    /// <summary>The index of the point with this key, or -1.</summary>
    public int IndexOf(string key) => indexByKey.GetValueOrDefault(key, -1);

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

    private static void CheckEmpty(string sweep, IReadOnlyList<Axis> axes)
    {
        var empty = axes.Where(a => a.Values.Count == 0 && a.Distribution is null)
            .Select(a => $"'{a.Parameter.Name}' ({a.Parameter.Type.Name})")
            .ToList();
        if (empty.Count > 0)
            throw new GridException(
                $"{sweep}: every axis needs at least one value, but {string.Join(", ", empty)} {(empty.Count == 1 ? "has" : "have")} "
                + $"none. Give the axis a value, or remove its attribute and its parameter; [Values] without arguments means all "
                + $"values only of a bool or an enum.");
    }

    private static GridException TooMany(string sweep, double count, int limit, string what) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"{sweep}: a sweep has at most {limit:N0} points, but this one has {count:N0} ({what}). Take fewer values, or raise MaxPoints "
            + $"on [SweepTheory]."));
}
