namespace MultiRunner.Grids.Pairwise;

/// <summary>What the steps of <see cref="PairwiseRows"/> share.</summary>
/// <param name="Sizes">The number of levels of each dimension.</param>
/// <param name="Coverage">The pairs that the rows have so far.</param>
/// <param name="Rows">Fills rows as the constraints allow.</param>
/// <param name="Random">Breaks ties.</param>
internal sealed record PairwiseSpace(IReadOnlyList<int> Sizes, PairCoverage Coverage, RowCompletion Rows, PairwiseRandom Random)
{
    /// <summary>The dimensions in the order of the method.</summary>
    public int[] Dimensions { get; } = [.. Enumerable.Range(0, Sizes.Count)];

    /// <summary>A row without levels.</summary>
    public int[] EmptyRow()
    {
        var row = new int[Sizes.Count];
        Array.Fill(row, -1);
        return row;
    }
}
