namespace MultiRunner.Grids;

/// <summary>
/// Lists all points of a space. It goes depth-first and asks each constraint as early as it can be asked, so what a constraint forbids
/// costs nothing further, and only points that exist are held in memory.
/// </summary>
internal sealed class Enumeration
{
    /// <summary>
    /// How many combinations may be refused, at most. A question to code of the user's costs some hundred nanoseconds, so this is some
    /// seconds' work.
    /// </summary>
    public const int MaxRefused = 20_000_000;

    private readonly string sweep;
    private readonly GridSpace space;
    private readonly SpaceWalk walk;
    private readonly int maxPoints;
    private readonly int maxRefused;
    private readonly List<(int[] Digits, object?[] Arguments)> found = [];
    private readonly int[] digits;
    private readonly object?[] arguments;
    private int refused;

    private Enumeration(string sweep, GridSpace space, SpaceWalk walk, int maxPoints, int maxRefused)
    {
        this.sweep = sweep;
        this.space = space;
        this.walk = walk;
        this.maxPoints = maxPoints;
        this.maxRefused = maxRefused;
        digits = new int[space.Dimensions.Count];
        arguments = new object?[space.Parameters.Count];
    }

    /// <summary>The arguments of all points, in the order of the code: the last dimension varies fastest.</summary>
    /// <exception cref="GridException">
    /// There are more than <paramref name="maxPoints"/>, or the constraints refuse too many combinations one by one.
    /// </exception>
    public static IEnumerable<object?[]> Of(
        string sweep, GridSpace space, SpaceWalk walk, int maxPoints, int maxRefused = MaxRefused)
    {
        var enumeration = new Enumeration(sweep, space, walk, maxPoints, maxRefused);
        enumeration.Descend(0);
        if (!walk.IsInOrder)
            enumeration.found.Sort((a, b) => a.Digits.AsSpan().SequenceCompareTo(b.Digits));
        return enumeration.found.Select(point => point.Arguments);
    }

    private void Descend(int depth)
    {
        if (depth == walk.Steps.Count)
        {
            if (found.Count == maxPoints)
                throw new GridException(Messages.TooManyPoints(sweep, maxPoints));
            found.Add((walk.IsInOrder ? digits : [.. digits], [.. arguments]));
            return;
        }

        var step = walk.Steps[depth];
        if (walk.Matters(step, arguments))
        {
            for (var row = 0; row < step.Dimension.Rows.Count; row++)
            {
                digits[step.Index] = row;
                step.Dimension.CopyTo(arguments, row);
                Continue(depth, step);
            }
        }
        else
        {
            digits[step.Index] = 0;
            arguments[step.Condition!.Parameter] = step.Condition.Otherwise;
            Continue(depth, step);
        }
    }

    private void Continue(int depth, SpaceStep step)
    {
        if (walk.Allows(step, arguments))
            Descend(depth + 1);
        else if (++refused > maxRefused)
            throw new GridException(Messages.TooManyCombinations(sweep, maxRefused, space));
    }
}
