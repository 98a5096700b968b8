using MultiRunner.Grids.Pairwise;

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
        int[] sizes = [.. walk.Steps.OrderBy(s => s.Index).Select(s => s.Dimension.Rows.Count + (s.Condition is null ? 0 : 1))];
        var isFree = space.Constraints.Count == 0 && space.Conditions.Count == 0;
        Func<int[], bool> isAllowed = isFree ? _ => true : chosen.TryChoose;
        foreach (var row in PairwiseRows.Of(sweep, sizes, isAllowed, chosen.Describe))
        {
            if (chosen.TryChoose(row))
                points.AddIfNew([.. chosen.arguments]);
        }
    }

    /// <summary>
    /// Makes the arguments of a row that need not be full. False if the constraints forbid them. A dimension that does not always matter
    /// has one more level, which stands for the value that its parameter has then. A constraint or a condition about a level that is not
    /// chosen says nothing yet.
    /// </summary>
    private bool TryChoose(int[] row)
    {
        Array.Clear(isKnown);
        foreach (var step in walk.Steps)
        {
            var level = row[step.Index];
            if (level < 0 || step.Condition?.Applies.Parameters.All(p => isKnown[p]) == false)
                continue;
            if (walk.Matters(step, arguments) != level < step.Dimension.Rows.Count)
                return false;
            if (level < step.Dimension.Rows.Count)
                step.Dimension.CopyTo(arguments, level);
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
            space.Dimensions[dimension].Rows.ElementAtOrDefault(level)
                ?? [space.Conditions.First(c => c.Parameter == space.Dimensions[dimension].Parameters[0]).Otherwise],
            (p, value) => $"{space.Parameters[p].Name} = {ArgumentConverter.Describe(value)}"));
}
