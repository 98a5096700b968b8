namespace MultiRunner.Grids.Pairwise;

/// <summary>
/// Adds row after row until each pair that the constraints allow has one, as AETG does (D. M. Cohen, S. R. Dalal, M. L. Fredman,
/// G. C. Patton, "The AETG system", IEEE Transactions on Software Engineering 23, 1997): the best of several candidates is taken.
/// </summary>
internal sealed class GreedyRows(PairwiseSpace space, PairDecision decision)
{
    private const int Candidates = 12;

    /// <summary>A candidate may ask the constraints this many times a level before it is dropped for another.</summary>
    private const int ChecksPerLevel = 10;

    private readonly PairCoverage coverage = space.Coverage;
    private readonly int[] order = [.. space.Dimensions];
    private readonly long limit = ChecksPerLevel * space.Sizes.Sum(size => (long)size);
    private long[] keys = [];

    /// <summary>Adds the missing rows to <paramref name="rows"/>, whose pairs are counted already.</summary>
    public void AddTo(List<int[]> rows)
    {
        while (coverage.UncoveredCount > 0)
        {
            var seed = Seed();
            var row = BestWith(seed) ?? decision.RowWith(seed);
            if (row is null)
                continue;
            coverage.Add(row);
            rows.Add(row);
        }
    }

    /// <summary>A pair that no row has yet, of the level that has the most of them.</summary>
    private LevelPair Seed()
    {
        var (a, x) = Busiest(-1, 0);
        var (b, y) = Busiest(a, x);
        return new LevelPair(a, x, b, y);
    }

    private (int Dimension, int Level) Busiest(int a, int x)
    {
        var best = (Dimension: -1, Level: -1, Degree: 0);
        for (var b = 0; b < space.Sizes.Count; b++)
        {
            for (var y = 0; y < space.Sizes[b]; y++)
            {
                var degree = coverage.Degree(b, y);
                if (degree > best.Degree && (a < 0 || (a != b && coverage.IsUncovered(a, x, b, y))))
                    best = (b, y, degree);
            }
        }

        return (best.Dimension, best.Level);
    }

    private int[]? BestWith(LevelPair seed)
    {
        int[]? best = null;
        var most = 0;
        for (var candidate = 0; candidate < Candidates; candidate++)
        {
            var row = space.EmptyRow();
            (row[seed.A], row[seed.B]) = (seed.X, seed.Y);
            space.Random.Shuffle(order);
            if (space.Rows.Complete(row, order, MostNew, limit) == Completion.None)
                return null;
            if (Array.IndexOf(row, -1) >= 0)
                continue;
            var count = coverage.NewIn(row);
            if (count > most)
                (best, most) = (row, count);
        }

        return best;
    }

    /// <summary>The level that adds the most pairs first. Chance decides between equals.</summary>
    private void MostNew(int[] row, int dimension, int[] levels)
    {
        if (keys.Length != levels.Length)
            keys = new long[levels.Length];
        for (var level = 0; level < levels.Length; level++)
        {
            var count = 0;
            for (var b = 0; b < row.Length; b++)
            {
                if (row[b] >= 0 && b != dimension && coverage.IsUncovered(dimension, level, b, row[b]))
                    count++;
            }

            levels[level] = level;
            keys[level] = -(((long)count << 16) + space.Random.Next(1 << 16));
        }

        Array.Sort(keys, levels);
    }
}
