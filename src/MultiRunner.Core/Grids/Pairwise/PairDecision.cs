namespace MultiRunner.Grids;

/// <summary>Decides whether an allowed row has a pair, and takes the pairs that none has from those that are wanted.</summary>
internal sealed class PairDecision(PairwiseSpace space, long limit, Func<LevelPair, GridException> undecided)
{
    /// <summary>An allowed row with this pair, or null when there is none.</summary>
    /// <exception cref="GridException">The search reached its limit.</exception>
    public int[]? RowWith(LevelPair pair)
    {
        var row = space.EmptyRow();
        (row[pair.A], row[pair.B]) = (pair.X, pair.Y);
        switch (space.Rows.Complete(row, space.Dimensions, RowCompletion.InOrder, limit))
        {
            case Completion.Found:
                return row;
            case Completion.Undecided:
                throw undecided(pair);
        }

        if (!space.Rows.IsReason(pair.B))
            RuleOutLevel(pair.A, pair.X);
        else if (!space.Rows.IsReason(pair.A))
            RuleOutLevel(pair.B, pair.Y);
        else
            space.Coverage.RuleOut(pair);
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

    private void RuleOutLevel(int a, int x)
    {
        for (var b = 0; b < space.Sizes.Count; b++)
        {
            for (var y = 0; b != a && y < space.Sizes[b]; y++)
                space.Coverage.RuleOut(new LevelPair(a, x, b, y));
        }
    }
}
