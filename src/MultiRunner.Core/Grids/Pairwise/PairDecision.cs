namespace MultiRunner.Grids.Pairwise;

/// <summary>Decides whether an allowed row has a pair, and takes the pairs that none has from those that are wanted.</summary>
/// <param name="space">The levels and the constraints.</param>
/// <param name="limit">How often the constraints may be asked, for all pairs together.</param>
/// <param name="undecided">The error when that was not enough for this pair.</param>
internal sealed class PairDecision(PairwiseSpace space, long limit, Func<LevelPair, GridException> undecided)
{
    private long left = limit;
    private bool isAnyAsked;

    /// <summary>An allowed row with this pair, or null when there is none.</summary>
    /// <exception cref="GridException">The search reached its limit.</exception>
    public int[]? RowWith(LevelPair pair)
    {
        var row = space.EmptyRow();
        (row[pair.A], row[pair.B]) = (pair.X, pair.Y);
        var result = Complete(row, left);
        if (result == Completion.Found)
            return row;
        if (result == Completion.Undecided)
            throw undecided(pair);
        RuleOut(pair, space.Rows.IsReason(pair.A), space.Rows.IsReason(pair.B));
        if (!isAnyAsked)
            RuleOutAllIfNoRow();
        return null;
    }

    /// <summary>Rules out each pair that the constraints refuse by itself; this costs one question a pair.</summary>
    public void RuleOutRefused()
    {
        var row = space.EmptyRow();
        for (var place = space.Coverage.UncoveredCount - 1; place >= 0; place--)
        {
            var pair = space.Coverage.Uncovered(place);
            (row[pair.A], row[pair.B]) = (pair.X, pair.Y);
            if (!space.Rows.Allows(row))
                space.Coverage.RuleOut(pair);
            row[pair.A] = row[pair.B] = -1;
        }
    }

    private Completion Complete(int[] row, long checks)
    {
        var before = space.Rows.Checks;
        var result = space.Rows.Complete(row, space.Dimensions, RowCompletion.InOrder, checks);
        left -= space.Rows.Checks - before;
        return result;
    }

    /// <summary>
    /// Constraints that no row meets at all would otherwise be proved for one pair after the other. It is asked once, and may take half
    /// of what is left.
    /// </summary>
    private void RuleOutAllIfNoRow()
    {
        isAnyAsked = true;
        if (Complete(space.EmptyRow(), left / 2) == Completion.None)
            RuleOut(default, byA: false, byB: false);
    }

    /// <summary>Where a level of the pair is no reason, the same holds for all other levels in its place.</summary>
    private void RuleOut(LevelPair pair, bool byA, bool byB)
    {
        if (byA && byB)
        {
            space.Coverage.RuleOut(pair);
            return;
        }

        for (var place = space.Coverage.UncoveredCount - 1; place >= 0; place--)
        {
            var other = space.Coverage.Uncovered(place);
            if ((!byA || other.Has(pair.A, pair.X)) && (!byB || other.Has(pair.B, pair.Y)))
                space.Coverage.RuleOut(other);
        }
    }
}
