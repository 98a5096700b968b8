namespace MultiRunner.Grids.Pairwise;

/// <summary>
/// Takes rows away. The row with the fewest pairs of its own goes, and a tabu search changes the other rows cell by cell until they have
/// its pairs as well (K. J. Nurmela, "Upper bounds for covering arrays by tabu search", Discrete Applied Mathematics 138, 2004; with
/// constraints: J. Lin and others, "TCA", Automated Software Engineering 2015). It ends at a fixed amount of work, not of time, so that
/// its result is the same on each machine.
/// </summary>
internal sealed class RowReduction(PairwiseSpace space, List<int[]> rows)
{
    /// <summary>
    /// The work to take one row away, for each pair of levels: the number of pairs that are looked at. Searches that succeed take a tenth
    /// of it nearly always, and one that fails is the last one.
    /// </summary>
    private const int WorkPerPair = 5000;

    /// <summary>The work in all: about four seconds.</summary>
    private const long Most = 500_000_000;

    /// <summary>The constraints are code of the user: a question to them counts as much work as looking at this many pairs.</summary>
    private const int CostOfCheck = 100;

    /// <summary>The longest time, in steps, for which a cell keeps its level after a change.</summary>
    private const int Tenure = 10;

    /// <summary>How often the constraints may be asked to change a whole row.</summary>
    private const int ChecksPerRow = 1000;

    /// <summary>Of how many rows the best one is changed as a whole.</summary>
    private const int RowsToTry = 16;

    private readonly PairCoverage coverage = space.Coverage;
    private readonly int dimensions = space.Sizes.Count;
    private readonly int[] order = [.. space.Dimensions];
    private long[] tabu = [];
    private long step;
    private long all = Most;
    private long work;
    private int fewest;

    /// <summary>The fewest rows that were found. Each has a pair that no other has, so none is there twice.</summary>
    public List<int[]> Run()
    {
        var least = coverage.LeastRows();
        var limit = WorkPerPair * (long)PairCoverage.CountPairs(space.Sizes);
        while (true)
        {
            var best = rows.Select(row => (int[])row.Clone()).ToList();
            if (rows.Count <= least)
                return best;
            var before = work = Math.Min(limit, all);
            RemoveOne();
            Search();
            if (coverage.UncoveredCount > 0)
                return best;
            all -= before - work;
        }
    }

    private void RemoveOne()
    {
        work -= (long)rows.Count * dimensions * dimensions;
        var least = rows.MinBy(coverage.AloneIn)!;
        coverage.Remove(least);
        rows.Remove(least);
    }

    private void Search()
    {
        tabu = new long[rows.Count * dimensions];
        fewest = coverage.UncoveredCount;
        for (step = 1; coverage.UncoveredCount > 0 && work > 0; step++)
        {
            var pair = coverage.Uncovered(space.Random.Next(coverage.UncoveredCount));
            if (!ChangeCell(pair))
                ChangeRow(pair);
            fewest = Math.Min(fewest, coverage.UncoveredCount);
        }
    }

    /// <summary>Makes the best change of one cell that gives a row this pair. A cell that was changed lately is left alone.</summary>
    private bool ChangeCell(LevelPair pair)
    {
        var best = (Row: -1, Dimension: -1, Level: -1, Change: int.MaxValue);
        var equals = 0;
        work -= rows.Count;
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            var hasX = row[pair.A] == pair.X;
            if (!hasX && row[pair.B] != pair.Y)
                continue;
            var (dimension, level) = hasX ? (pair.B, pair.Y) : (pair.A, pair.X);
            work -= dimensions;
            if (coverage.Change(row, dimension, level) is not { } change || change > best.Change
                || (tabu[(i * dimensions) + dimension] > step && coverage.UncoveredCount + change >= fewest))
                continue;
            if (change == best.Change && space.Random.Next(++equals) > 0)
                continue;
            if (!Allows(row, dimension, level))
                continue;
            if (change < best.Change)
                equals = 1;
            best = (i, dimension, level, change);
        }

        if (best.Row < 0)
            return false;
        coverage.Set(rows[best.Row], best.Dimension, best.Level);
        tabu[(best.Row * dimensions) + best.Dimension] = step + 1 + space.Random.Next(Tenure);
        return true;
    }

    private bool Allows(int[] row, int dimension, int level)
    {
        var old = row[dimension];
        row[dimension] = level;
        var allowed = space.Rows.Allows(row);
        row[dimension] = old;
        work -= CostOfCheck;
        return allowed;
    }

    /// <summary>
    /// Gives a row the pair, and changes as few of its other cells as the constraints ask for: the best of a few rows. It is for
    /// constraints that seldom let one cell change alone, such as that of a collapsed dimension.
    /// </summary>
    private void ChangeRow(LevelPair pair)
    {
        var best = (Old: Array.Empty<int>(), New: Array.Empty<int>(), Change: int.MaxValue);
        for (var i = 0; i < RowsToTry; i++)
        {
            var old = rows[space.Random.Next(rows.Count)];
            if (With(pair, old) is not { } row)
                continue;
            var before = coverage.UncoveredCount;
            coverage.Remove(old);
            var change = coverage.UncoveredCount - before - coverage.NewIn(row);
            coverage.Add(old);
            if (change < best.Change)
                best = (old, row, change);
        }

        if (best.Change == int.MaxValue)
            return;
        coverage.Remove(best.Old);
        coverage.Add(best.New);
        best.New.CopyTo(best.Old, 0);
    }

    /// <summary>A row with the pair and with what it can have of the old one.</summary>
    private int[]? With(LevelPair pair, int[] old)
    {
        var row = space.EmptyRow();
        (row[pair.A], row[pair.B]) = (pair.X, pair.Y);
        space.Random.Shuffle(order);
        var before = space.Rows.Checks;
        var found = space.Rows.Complete(row, order, OldFirst, ChecksPerRow);
        work -= ((space.Rows.Checks - before) * CostOfCheck) + (3L * dimensions * dimensions);
        return found == Completion.Found ? row : null;

        void OldFirst(int[] _, int dimension, int[] levels)
        {
            RowCompletion.InOrder(row, dimension, levels);
            (levels[0], levels[old[dimension]]) = (levels[old[dimension]], levels[0]);
        }
    }
}
