namespace MultiRunner.Grids;

/// <summary>Takes the points of a space in which each pair of values of two dimensions occurs that the constraints allow.</summary>
internal sealed class PairwisePoints
{
    private readonly GridSpace space;
    private readonly SpaceWalk walk;
    private readonly object?[] arguments;
    private readonly bool[] isKnown;

    private PairwisePoints(GridSpace space, SpaceWalk walk)
    {
        this.space = space;
        this.walk = walk;
        arguments = new object?[space.Parameters.Count];
        isKnown = new bool[space.Parameters.Count];
    }

    /// <summary>Adds the points.</summary>
    /// <exception cref="GridException">There are too many pairs, or it cannot be found out which of them are allowed.</exception>
    public static void Add(PointList points, string sweep, GridSpace space, SpaceWalk walk)
    {
        var chosen = new PairwisePoints(space, walk);
        int[] sizes = [.. space.Dimensions.Select(d => d.Rows.Count)];
        var isFree = space.Constraints.Count == 0 && space.Conditions.Count == 0;
        Func<int[], bool> isAllowed = isFree ? _ => true : chosen.IsAllowed;
        foreach (var row in PairwiseRows.Of(sizes, isAllowed, chosen.Describe))
        {
            if (!chosen.IsAllowed(row))
                throw new InvalidOperationException($"{sweep}: a row that the constraints forbid was taken.");
            points.AddIfNew([.. chosen.arguments]);
        }
    }

    /// <summary>
    /// Whether the constraints allow a row that need not be full. Where a dimension does not matter, only its first level is allowed, and
    /// stands for the one value that its parameter has then. A constraint or a condition about a level that is not chosen says nothing yet.
    /// </summary>
    private bool IsAllowed(int[] row)
    {
        Array.Clear(isKnown);
        foreach (var step in walk.Steps)
        {
            var level = row[step.Index];
            if (level < 0 || step.Condition?.Applies.Parameters.All(p => isKnown[p]) == false)
                continue;
            if (walk.Matters(step, arguments))
                step.Dimension.CopyTo(arguments, level);
            else if (level > 0)
                return false;
            else
                arguments[step.Condition!.Parameter] = step.Condition.Otherwise;
            foreach (var parameter in step.Dimension.Parameters)
                isKnown[parameter] = true;
            foreach (var constraint in step.Constraints)
            {
                if (constraint.Parameters.All(p => isKnown[p]) && !walk.Ask(constraint, arguments))
                    return false;
            }
        }

        return true;
    }

    private string Describe(int dimension, int level) => string.Join(
        ", ",
        space.Dimensions[dimension].Parameters.Zip(
            space.Dimensions[dimension].Rows[level],
            (p, value) => $"{space.Parameters[p].Name} = {ArgumentConverter.Describe(value)}"));
}
