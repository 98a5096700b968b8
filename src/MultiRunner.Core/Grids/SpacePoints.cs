namespace MultiRunner.Grids;

/// <summary>Takes the points of a grid from its space.</summary>
internal static class SpacePoints
{
    /// <summary>The points that a choice takes, and then those beside the space.</summary>
    /// <exception cref="GridException">The constraints allow none, or too many, or less than are to be drawn.</exception>
    public static PointList Of(string sweep, GridSpace space, SampleChoice choice, int maxPoints)
    {
        var walk = new SpaceWalk(sweep, space);
        var points = new PointList(sweep, space.Parameters);
        points.AddEach(Enumeration.Of(sweep, space, walk, maxPoints));
        if (points.Points.Count == 0)
            throw new GridException(Messages.NothingAllowed(sweep, space));
        points.AddEach(space.ExtraRows);
        return points.Points.Count <= maxPoints
            ? points
            : throw new GridException(Messages.TooManyWithExtraRows(sweep, maxPoints, points.Points.Count, space.ExtraRows.Count));
    }
}
