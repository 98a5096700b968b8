using MultiRunner.Grids.Drawing;

namespace MultiRunner.Grids;

/// <summary>Takes the points of a grid from its space.</summary>
internal static class SpacePoints
{
    /// <summary>The points that a choice takes, and then those beside the space.</summary>
    /// <exception cref="GridException">The constraints allow none, or too many, or less than are to be drawn.</exception>
    public static PointList Of(string sweep, GridSpace space, SampleChoice choice, int maxPoints)
    {
        using var keys = new KeyWriter(sweep, space.Parameters);
        var points = choice.Sampling == Sampling.Grid
            ? All(sweep, space, keys, maxPoints)
            : Some(sweep, space, keys, choice, maxPoints);
        if (points.Points.Count == 0 && space.ExtraRows.Count == 0)
            throw new GridException(Messages.NothingAllowed(sweep, space));
        points.AddEach(space.ExtraRows);
        return points.Points.Count <= maxPoints
            ? points
            : throw new GridException(Messages.TooManyWithExtraRows(sweep, maxPoints, points.Points.Count, space.ExtraRows.Count));
    }

    private static PointList All(string sweep, GridSpace space, KeyWriter keys, int maxPoints)
    {
        var points = new PointList(sweep, keys);
        points.AddEach(Enumeration.Of(sweep, space, new SpaceWalk(sweep, space), maxPoints));
        return points;
    }

    /// <remarks>
    /// A product that has one of the extra rows is a mistake of the code. A draw that has one is chance, so another point is drawn.
    /// </remarks>
    private static PointList Some(string sweep, GridSpace space, KeyWriter keys, SampleChoice choice, int maxPoints)
    {
        var extra = new PointList(sweep, keys);
        extra.AddEach(space.ExtraRows);
        var whole = new ConfigurationSpace(sweep, space);
        var configurations = new PointList(sweep, keys, extra);
        var walk = new SpaceWalk(sweep, whole.Configurations);
        if (choice.Sampling == Sampling.Pairwise)
            PairwisePoints.Add(configurations, sweep, whole.Configurations, walk);
        else
            Draw(configurations, sweep, whole, walk, choice);
        if (!whole.HasRepeats)
            return configurations;

        var points = new PointList(sweep, keys, extra);
        foreach (var row in configurations.Points.SelectMany(c => whole.PointsOf([.. c.Arguments], maxPoints)))
        {
            points.AddIfNew(row);
            if (points.Points.Count > maxPoints)
                throw new GridException(Messages.TooManyRepeats(sweep, maxPoints, configurations.Points.Count));
        }

        return points;
    }

    private static void Draw(PointList points, string sweep, ConfigurationSpace whole, SpaceWalk walk, SampleChoice choice)
    {
        var space = whole.Configurations;
        var samples = choice.Samples!.Value;
        var seed = unchecked((ulong)(choice.Seed ?? SampleChoice.DefaultSeed));
        var draw = new SampleDraw(sweep, space, walk, samples, whole.HasPoints);
        if (choice.Sampling == Sampling.Latin)
            draw.Add(points, new LatinSequence(samples, seed, draw.Coordinates));
        else if (choice.Sampling == Sampling.Sobol)
            draw.Add(points, new SobolSequence(seed, draw.Coordinates));
        else if (space.IsDiscrete && space.Size is { } size)
            draw.Add(points, new IndexPermutation(size, seed), size);
        else
            draw.Add(points, new RandomSequence(seed));
    }
}
