namespace MultiRunner.Grids;

/// <summary>Takes the points of a grid from its space.</summary>
internal static class SpacePoints
{
    /// <summary>The points that a choice takes, and then those beside the space.</summary>
    /// <exception cref="GridException">The constraints allow none, or too many, or less than are to be drawn.</exception>
    public static PointList Of(string sweep, GridSpace space, SampleChoice choice, int maxPoints)
    {
        var walk = new SpaceWalk(sweep, space);
        using var keys = new KeyWriter(sweep, space.Parameters);

        // A product that has an extra row is a mistake of the code. A draw that has one is chance, so another point is drawn in its place.
        PointList? extra = null;
        if (choice.Sampling != Sampling.Grid)
        {
            extra = new PointList(sweep, keys);
            extra.AddEach(space.ExtraRows);
        }

        var points = new PointList(sweep, keys, extra);
        if (choice.Sampling == Sampling.Grid)
            points.AddEach(Enumeration.Of(sweep, space, walk, maxPoints));
        else if (choice.Sampling == Sampling.Pairwise)
            PairwisePoints.Add(points, space, walk);
        else
            Draw(points, sweep, space, walk, choice);
        if (points.Points.Count == 0)
            throw new GridException(Messages.NothingAllowed(sweep, space));
        points.AddEach(space.ExtraRows);
        return points.Points.Count <= maxPoints
            ? points
            : throw new GridException(Messages.TooManyWithExtraRows(sweep, maxPoints, points.Points.Count, space.ExtraRows.Count));
    }

    private static void Draw(PointList points, string sweep, GridSpace space, SpaceWalk walk, SampleChoice choice)
    {
        var samples = choice.Samples!.Value;
        var seed = unchecked((ulong)(choice.Seed ?? SampleChoice.DefaultSeed));
        var dimensions = space.Dimensions.Count;
        var draw = new SampleDraw(sweep, space, walk, samples);
        if (choice.Sampling == Sampling.Latin)
            draw.Add(points, new LatinSequence(samples, seed, dimensions));
        else if (choice.Sampling == Sampling.Sobol)
            draw.Add(points, new SobolSequence(seed, dimensions));
        else if (space.IsDiscrete && space.Size is { } size)
            draw.Add(points, new IndexPermutation(size, seed), size);
        else
            draw.Add(points, new RandomSequence(seed));
    }
}
