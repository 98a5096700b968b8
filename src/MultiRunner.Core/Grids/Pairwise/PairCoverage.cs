namespace MultiRunner.Grids.Pairwise;

/// <summary>How many rows have each pair of levels, and which pairs no row has yet.</summary>
internal sealed class PairCoverage
{
    /// <summary>The count of a pair that no allowed row has; there are far fewer rows.</summary>
    private const int RuledOut = 1 << 30;

    private readonly IReadOnlyList<int> sizes;
    private readonly int dimensions;
    private readonly int[] offsets;
    private readonly int[] strides;
    private readonly int[] counts;
    private readonly LevelPair[] pairs;
    private readonly int[] uncovered;
    private readonly int[] positions;
    private readonly int[][] degrees;

    public PairCoverage(IReadOnlyList<int> sizes)
    {
        this.sizes = sizes;
        dimensions = sizes.Count;
        offsets = new int[dimensions * dimensions];
        strides = new int[dimensions * dimensions];
        pairs = new LevelPair[(int)CountPairs(sizes)];
        counts = new int[pairs.Length];
        uncovered = new int[pairs.Length];
        positions = new int[pairs.Length];
        degrees = [.. sizes.Select((size, a) => Enumerable.Repeat((int)sizes.Where((_, b) => b != a).Sum(s => (long)s), size).ToArray())];
        Number();
    }

    /// <summary>The number of pairs that no row has yet.</summary>
    public int UncoveredCount { get; private set; }

    /// <summary>The number of all pairs of levels of two dimensions.</summary>
    public static Int128 CountPairs(IReadOnlyList<int> sizes)
    {
        var levels = sizes.Sum(size => (long)size);
        return sizes.Aggregate((Int128)0, (sum, size) => sum + ((Int128)size * (levels - size))) / 2;
    }

    /// <summary>The pair at this place in the list of pairs that no row has yet. The order of the list changes with each change.</summary>
    public LevelPair Uncovered(int place) => pairs[uncovered[place]];

    /// <summary>How many pairs that no row has yet have this level.</summary>
    public int Degree(int dimension, int level) => degrees[dimension][level];

    /// <summary>Whether no row has this pair, although one should.</summary>
    public bool IsUncovered(int a, int x, int b, int y) => counts[Id(a, x, b, y)] == 0;

    /// <summary>Whether no allowed row has this pair, as far as is known.</summary>
    public bool IsRuledOut(int a, int x, int b, int y) => counts[Id(a, x, b, y)] >= RuledOut;

    /// <summary>No allowed row has this pair.</summary>
    public void RuleOut(LevelPair pair)
    {
        var id = Id(pair.A, pair.X, pair.B, pair.Y);
        if (counts[id] >= RuledOut)
            return;
        if (counts[id] == 0)
            Cover(id);
        counts[id] += RuledOut;
    }

    /// <summary>Counts the pairs of a new row.</summary>
    public void Add(int[] row)
    {
        for (var a = 0; a < dimensions; a++)
        {
            for (var b = a + 1; b < dimensions; b++)
            {
                var id = Id(a, row[a], b, row[b]);
                if (counts[id]++ == 0)
                    Cover(id);
            }
        }
    }

    /// <summary>Takes the pairs of a row back.</summary>
    public void Remove(int[] row)
    {
        for (var a = 0; a < dimensions; a++)
        {
            for (var b = a + 1; b < dimensions; b++)
            {
                var id = Id(a, row[a], b, row[b]);
                if (--counts[id] == 0)
                    Uncover(id);
            }
        }
    }

    /// <summary>How many pairs a row that is counted has alone.</summary>
    public int AloneIn(int[] row) => CountIn(row, 1);

    /// <summary>How many pairs a row that is not counted would add.</summary>
    public int NewIn(int[] row) => CountIn(row, 0);

    /// <summary>
    /// How many uncovered pairs there would be more if this cell of a counted row had another level; null if that is ruled out.
    /// </summary>
    public int? Change(int[] row, int dimension, int level)
    {
        var old = row[dimension];
        var change = 0;
        var at = dimension * dimensions;
        for (var b = 0; b < row.Length; b++)
        {
            if (b == dimension)
                continue;
            var rest = offsets[at + b] + (row[b] * strides[(b * dimensions) + dimension]);
            var stride = strides[at + b];
            if (counts[rest + (old * stride)] == 1)
                change++;
            var count = counts[rest + (level * stride)];
            if (count >= RuledOut)
                return null;
            if (count == 0)
                change--;
        }

        return change;
    }

    /// <summary>Gives a cell of a counted row another level.</summary>
    public void Set(int[] row, int dimension, int level)
    {
        for (var b = 0; b < row.Length; b++)
        {
            if (b == dimension)
                continue;
            var id = Id(dimension, row[dimension], b, row[b]);
            if (--counts[id] == 0)
                Uncover(id);
            id = Id(dimension, level, b, row[b]);
            if (counts[id]++ == 0)
                Cover(id);
        }

        row[dimension] = level;
    }

    /// <summary>The most pairs that two dimensions have. Each needs a row of its own, so there are at least as many rows.</summary>
    public int LeastRows()
    {
        var least = 0;
        for (var a = 0; a < dimensions; a++)
        {
            for (var b = a + 1; b < dimensions; b++)
            {
                var wanted = 0;
                var first = offsets[(a * dimensions) + b];
                for (var id = first; id < first + (sizes[a] * sizes[b]); id++)
                    wanted += counts[id] < RuledOut ? 1 : 0;
                least = Math.Max(least, wanted);
            }
        }

        return least;
    }

    private int Id(int a, int x, int b, int y) =>
        offsets[(a * dimensions) + b] + (x * strides[(a * dimensions) + b]) + (y * strides[(b * dimensions) + a]);

    private int CountIn(int[] row, int count)
    {
        var found = 0;
        for (var a = 0; a < dimensions; a++)
        {
            for (var b = a + 1; b < dimensions; b++)
                found += counts[Id(a, row[a], b, row[b])] == count ? 1 : 0;
        }

        return found;
    }

    private void Number()
    {
        for (var a = 0; a < dimensions; a++)
        {
            for (var b = a + 1; b < dimensions; b++)
            {
                offsets[(a * dimensions) + b] = offsets[(b * dimensions) + a] = UncoveredCount;
                strides[(a * dimensions) + b] = sizes[b];
                strides[(b * dimensions) + a] = 1;
                for (var i = 0; i < sizes[a] * sizes[b]; i++)
                {
                    pairs[UncoveredCount] = new LevelPair(a, i / sizes[b], b, i % sizes[b]);
                    uncovered[UncoveredCount] = positions[UncoveredCount] = UncoveredCount;
                    UncoveredCount++;
                }
            }
        }
    }

    private void Cover(int id)
    {
        var last = uncovered[--UncoveredCount];
        uncovered[positions[id]] = last;
        positions[last] = positions[id];
        Degrees(id, -1);
    }

    private void Uncover(int id)
    {
        positions[id] = UncoveredCount;
        uncovered[UncoveredCount++] = id;
        Degrees(id, 1);
    }

    private void Degrees(int id, int change)
    {
        var pair = pairs[id];
        degrees[pair.A][pair.X] += change;
        degrees[pair.B][pair.Y] += change;
    }
}
