using System.Globalization;

namespace MultiRunner.Grids.Pairwise;

/// <summary>
/// Rows that have each pair of levels of two dimensions, as far as the constraints allow it: few rows, and the same ones in each run and
/// on each machine. First <see cref="GreedyRows"/> finds enough rows, then <see cref="RowReduction"/> takes away as many as it can.
/// </summary>
internal static class PairwiseRows
{
    /// <summary>The most pairs of levels: with so many, the rows take about ten seconds.</summary>
    public const int MaxPairs = 500_000;

    /// <summary>How often the constraints are asked, at most, to find out which pairs they allow.</summary>
    public const int MaxChecks = 10_000_000;

    /// <summary>The rows: for each dimension the index of a level. They are sorted; the last dimension varies fastest.</summary>
    /// <param name="sweep">The sweep, for messages.</param>
    /// <param name="sizes">The number of levels of each dimension.</param>
    /// <param name="isAllowed">
    /// Says of a row whether the constraints allow it. In a row that is not full, the dimensions that have no level yet are -1; when it is
    /// refused, each row with more levels is refused too. It must not change the row or keep it.
    /// </param>
    /// <param name="describe">The text of a level of a dimension for messages, such as <c>width = 64</c>.</param>
    /// <param name="maxChecks">How often <paramref name="isAllowed"/> is asked, at most, to find out which pairs it allows.</param>
    /// <exception cref="GridException">There are too many pairs, or one cannot be decided.</exception>
    public static IReadOnlyList<int[]> Of(
        string sweep,
        IReadOnlyList<int> sizes,
        Func<int[], bool> isAllowed,
        Func<int, int, string>? describe = null,
        long maxChecks = MaxChecks)
    {
        if (PairCoverage.CountPairs(sizes) is var count && count > MaxPairs)
            throw TooMany(sweep, sizes, count);
        if (sizes.Count <= 2 || sizes.Contains(0))
            return [.. Product(sizes).Where(isAllowed)];

        describe ??= (dimension, level) => string.Create(CultureInfo.InvariantCulture, $"level {level} of dimension {dimension}");
        var coverage = new PairCoverage(sizes);
        var space = new PairwiseSpace(sizes, coverage, new RowCompletion(sizes, coverage, isAllowed), new PairwiseRandom());
        var decision = new PairDecision(space, maxChecks, pair => Undecided(sweep, pair, describe, maxChecks));
        decision.RuleOutRefused();
        var rows = new List<int[]>();
        new GreedyRows(space, decision).AddTo(rows);
        rows = new RowReduction(space, rows).Run();
        rows.Sort((a, b) => a.AsSpan().SequenceCompareTo(b));
        return rows;
    }

    /// <summary>All rows.</summary>
    private static IEnumerable<int[]> Product(IEnumerable<int> sizes) => sizes.Aggregate(
        Enumerable.Repeat(Array.Empty<int>(), 1),
        (rows, size) => rows.SelectMany(_ => Enumerable.Range(0, size), (row, level) => (int[])[.. row, level]));

    private static GridException TooMany(string sweep, IEnumerable<int> sizes, Int128 count) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"{sweep}: Sampling.Pairwise takes at most {MaxPairs:N0} pairs of values, but {string.Join(" x ", sizes)} values have {count:N0}. "
            + $"Take fewer values, or another sampling such as Sampling.Random."));

    private static GridException Undecided(
        string sweep, LevelPair pair, Func<int, int, string> describe, long maxChecks) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"{sweep}: Sampling.Pairwise has to know of each pair of values whether the constraints allow a point with it, but the "
            + $"constraints were asked {maxChecks:N0} times and it is not known yet of '{describe(pair.A, pair.X)}' with "
            + $"'{describe(pair.B, pair.Y)}'. Write constraints that look at fewer parameters, exclude this pair by itself, or take "
            + $"another sampling such as Sampling.Random."));
}
