using MultiRunner.Grids.Drawing;

namespace MultiRunner.Grids;

/// <summary>
/// Draws a number of points from a space, each once. What the constraints forbid and what was drawn before is passed over.
/// </summary>
internal sealed class SampleDraw
{
    private const int TriesPerSample = 16;
    private const ulong LeastTries = 200_000;

    private readonly string sweep;
    private readonly GridSpace space;
    private readonly SpaceWalk walk;
    private readonly int samples;
    private readonly Func<object?[], bool> mayBeTaken;
    private readonly int[] byName;
    private readonly double[] coordinates;
    private readonly double[] drawn;
    private readonly int[] digits;
    private readonly object?[] arguments;

    /// <param name="sweep">The sweep, for messages.</param>
    /// <param name="space">The space.</param>
    /// <param name="walk">Its walk.</param>
    /// <param name="samples">How many points are drawn.</param>
    /// <param name="mayBeTaken">Says of the arguments of a point that the constraints allow whether it is taken.</param>
    public SampleDraw(string sweep, GridSpace space, SpaceWalk walk, int samples, Func<object?[], bool> mayBeTaken)
    {
        this.mayBeTaken = mayBeTaken;
        this.sweep = sweep;
        this.space = space;
        this.walk = walk;
        this.samples = samples;

        // Points are known by the names of their arguments, so the order of the parameters must not decide which points are drawn. Nor
        // must a parameter that has one value only.
        byName =
        [
            .. Enumerable.Range(0, space.Dimensions.Count)
                .Where(d => space.Dimensions[d].Distribution is not null || space.Dimensions[d].Rows.Count > 1)
                .OrderBy(d => NameOf(space.Dimensions[d]), StringComparer.Ordinal),
        ];
        drawn = new double[byName.Length];
        coordinates = new double[space.Dimensions.Count];
        digits = new int[space.Dimensions.Count];
        arguments = new object?[space.Parameters.Count];
    }

    // Enough to find rare points, and few enough to be done within seconds.
    private ulong MostTries => Math.Max(LeastTries, (ulong)samples * TriesPerSample);

    /// <summary>How many coordinates a point of a sequence needs.</summary>
    public int Coordinates => drawn.Length;

    /// <summary>Adds points in a random order of all combinations.</summary>
    /// <param name="points">Where they go.</param>
    /// <param name="order">The order.</param>
    /// <param name="size">The number of combinations.</param>
    /// <exception cref="GridException">There are not enough of them, or not enough are found.</exception>
    public void Add(PointList points, IndexPermutation order, UInt128 size)
    {
        var most = UInt128.Min(size, MostTries);
        for (UInt128 i = 0; i < most && points.Points.Count < samples; i++)
        {
            var rest = order[i];
            foreach (var d in byName)
                (rest, digits[d]) = Split(rest, space.Dimensions[d].Rows.Count);
            if (TryChoose() && mayBeTaken(arguments))
                points.AddIfNew([.. arguments]);
        }

        if (points.Points.Count < samples)
            throw new GridException(most == size
                ? Messages.MoreSamplesThanPoints(sweep, samples, space, (UInt128)points.Points.Count)
                : Messages.FewAllowed(sweep, samples, MostTries, points.Points.Count, space));
    }

    /// <summary>Adds the points of a sequence.</summary>
    /// <param name="points">Where they go.</param>
    /// <param name="sequence">The sequence.</param>
    /// <exception cref="GridException">Not enough points are found.</exception>
    public void Add(PointList points, IPointSequence sequence)
    {
        for (ulong i = 0; i < MostTries && points.Points.Count < samples; i++)
        {
            sequence.At(i, drawn);
            for (var rank = 0; rank < drawn.Length; rank++)
                coordinates[byName[rank]] = drawn[rank];
            for (var d = 0; d < digits.Length; d++)
                digits[d] = space.Dimensions[d].Distribution is null ? space.Dimensions[d].RowAt(coordinates[d]) : 0;
            if (TryChoose() && mayBeTaken(arguments))
                points.AddIfNew([.. arguments]);
        }

        if (points.Points.Count < samples)
            throw new GridException(Messages.FewAllowed(sweep, samples, MostTries, points.Points.Count, space));
    }

    private string NameOf(Dimension dimension) => dimension.Parameters.Select(p => space.Parameters[p].Name).Min(StringComparer.Ordinal)!;

    private static (UInt128 Quotient, int Digit) Split(UInt128 number, int radix)
    {
        var (quotient, digit) = UInt128.DivRem(number, (UInt128)radix);
        return (quotient, (int)digit);
    }

    /// <summary>Makes the arguments of what is drawn. False if a constraint forbids them.</summary>
    private bool TryChoose()
    {
        foreach (var step in walk.Steps)
        {
            var dimension = step.Dimension;
            if (!walk.Matters(step, arguments))
                arguments[dimension.Parameters[0]] = step.Condition!.Otherwise;
            else if (dimension.Distribution is { } distribution)
                arguments[dimension.Parameters[0]] = distribution.At(coordinates[step.Index]);
            else
                dimension.CopyTo(arguments, digits[step.Index]);
            if (!walk.Allows(step, arguments))
                return false;
        }

        return true;
    }
}
