using System.Globalization;

namespace MultiRunner.Grids;

/// <summary>
/// Rows that have each pair of levels of two dimensions, as far as the constraints allow it: with few rows, and always the same ones.
/// </summary>
internal static class PairwiseRows
{
    private const long DecisionLimit = 1_000_000;

    /// <summary>The rows, in the order of the code; the last dimension varies fastest.</summary>
    public static IReadOnlyList<int[]> Of(
        IReadOnlyList<int> sizes, Func<int[], bool> isAllowed, Func<int, int, string>? describe = null)
    {
        var space = new PairwiseSpace(sizes, new PairCoverage(sizes), new RowCompletion(sizes, isAllowed), new PairwiseRandom());
        var decision = new PairDecision(space, DecisionLimit, pair => new GridException("TODO " + pair));
        decision.RuleOutRefused();
        var rows = new List<int[]>();
        new GreedyRows(space, decision).AddTo(rows);
        if (Environment.GetEnvironmentVariable("PW") != null) Console.Write($"greedy {rows.Count} ");
        var result = new RowReduction(space, rows).Run(long.Parse(Environment.GetEnvironmentVariable("PW2") ?? "1000000000", CultureInfo.InvariantCulture));
        return result;
    }
}
