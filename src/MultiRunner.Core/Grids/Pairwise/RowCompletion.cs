namespace MultiRunner.Grids.Pairwise;

/// <summary>
/// Fills the rest of a row so that the constraints allow it: a depth-first search with conflict-directed backjumping (P. Prosser, "Hybrid
/// algorithms for the constraint satisfaction problem", Computational Intelligence 9, 1993). The constraints are known by their answers
/// only, so the dimensions that a refusal comes from are found by leaving one after the other out.
/// </summary>
internal sealed class RowCompletion
{
    private readonly Func<int[], bool> isAllowed;
    private readonly PairCoverage coverage;
    private readonly int[][] levels;
    private readonly bool[][] conflicts;
    private readonly int[] order;
    private readonly int[] explained;
    private int[] row = [];
    private Action<int[], int, int[]> rank = InOrder;
    private int depths;
    private long end;

    public RowCompletion(IReadOnlyList<int> sizes, PairCoverage coverage, Func<int[], bool> isAllowed)
    {
        this.coverage = coverage;
        this.isAllowed = isAllowed;
        levels = [.. sizes.Select(size => Enumerable.Range(0, size).ToArray())];
        conflicts = [.. Enumerable.Range(0, sizes.Count + 1).Select(_ => new bool[sizes.Count])];
        order = new int[sizes.Count];
        explained = new int[sizes.Count];
    }

    /// <summary>How often the constraints have been asked so far.</summary>
    public long Checks { get; private set; }

    /// <summary>After <see cref="Completion.None"/>: whether the given level of this dimension is one of the reasons.</summary>
    public bool IsReason(int dimension) => conflicts[0][dimension];

    /// <summary>The levels in the order of the code.</summary>
    public static void InOrder(int[] row, int dimension, int[] levels)
    {
        for (var i = 0; i < levels.Length; i++)
            levels[i] = i;
    }

    /// <summary>Asks the constraints.</summary>
    public bool Allows(int[] candidate)
    {
        Checks++;
        return isAllowed(candidate);
    }

    /// <summary>Fills the cells of <paramref name="candidate"/> that are -1. Unless a row is found, it stays as it was.</summary>
    /// <param name="candidate">The row.</param>
    /// <param name="dimensions">All dimensions, in the order in which they get a level.</param>
    /// <param name="ranking">Puts the levels of a dimension in the order in which they are tried.</param>
    /// <param name="limit">How often the constraints may be asked.</param>
    public Completion Complete(int[] candidate, IEnumerable<int> dimensions, Action<int[], int, int[]> ranking, long limit)
    {
        row = candidate;
        rank = ranking;
        end = Checks + limit;
        depths = 0;
        var given = order.Length;
        foreach (var dimension in dimensions)
            order[row[dimension] < 0 ? depths++ : --given] = dimension;

        if (Allows(row))
            return Extend(0);
        Array.Clear(conflicts[0]);
        Explain(conflicts[0], keep: -1);
        return Completion.None;
    }

    private Completion Extend(int depth)
    {
        if (depth == depths)
            return Completion.Found;
        var dimension = order[depth];
        var tried = levels[dimension];
        var conflict = conflicts[depth];
        Array.Clear(conflict);
        rank(row, dimension, tried);
        for (var i = 0; i < tried.Length; i++)
        {
            if (Checks >= end)
                return Leave(dimension, Completion.Undecided);
            if (Rival(depth, dimension, tried[i]) is var rival and >= 0)
            {
                conflict[rival] = true;
                tried[i] = -1;
                continue;
            }

            row[dimension] = tried[i];
            if (!Allows(row))
                continue;
            var rest = Extend(depth + 1);
            if (rest == Completion.Found)
                return rest;
            if (rest == Completion.Undecided)
                return Leave(dimension, rest);

            // The rest fails whatever level this dimension has: no other level has to be tried.
            var reasons = conflicts[depth + 1];
            if (!reasons[dimension])
            {
                reasons.CopyTo(conflict, 0);
                return Leave(dimension, Completion.None);
            }

            Unite(conflict, reasons);
            tried[i] = -1;
        }

        foreach (var level in tried)
        {
            row[dimension] = level;
            if (level >= 0)
                Explain(conflict, keep: dimension);
        }

        conflict[dimension] = false;
        return Leave(dimension, Completion.None);
    }

    /// <summary>
    /// The first dimension with whose level this one is ruled out as a pair, or -1. It saves questions to the constraints.
    /// </summary>
    private int Rival(int depth, int dimension, int level)
    {
        for (var i = depths; i < order.Length; i++)
        {
            if (coverage.IsRuledOut(dimension, level, order[i], row[order[i]]))
                return order[i];
        }

        for (var i = 0; i < depth; i++)
        {
            if (coverage.IsRuledOut(dimension, level, order[i], row[order[i]]))
                return order[i];
        }

        return -1;
    }

    private Completion Leave(int dimension, Completion result)
    {
        row[dimension] = -1;
        return result;
    }

    /// <summary>
    /// Adds a smallest set of dimensions because of which the row is refused. Those that got their level first are kept first.
    /// </summary>
    private void Explain(bool[] conflict, int keep)
    {
        row.CopyTo(explained, 0);
        for (var i = depths - 1; i >= 0; i--)
            LeaveOut(order[i]);
        for (var i = depths; i < order.Length; i++)
            LeaveOut(order[i]);
        for (var i = 0; i < row.Length; i++)
            conflict[i] |= row[i] >= 0;
        explained.CopyTo(row, 0);

        void LeaveOut(int dimension)
        {
            var level = row[dimension];
            if (level < 0 || dimension == keep)
                return;
            row[dimension] = -1;
            if (Allows(row))
                row[dimension] = level;
        }
    }

    private static void Unite(bool[] set, bool[] other)
    {
        for (var i = 0; i < set.Length; i++)
            set[i] |= other[i];
    }
}
