namespace MultiRunner.Statistics;

/// <summary>The columns that a term has in the matrix of a model.</summary>
/// <param name="First">The position of the factor among those of the design.</param>
/// <param name="Second">That of the other factor of a pair.</param>
/// <param name="Offset">The first column.</param>
/// <param name="Width">The number of columns.</param>
internal readonly record struct ModelTerm(int First, int? Second, int Offset, int Width)
{
    /// <summary>The terms for the single factors, then those for pairs.</summary>
    public static IReadOnlyList<ModelTerm> Of(IReadOnlyList<int> levelCounts, bool pairs)
    {
        var terms = new List<ModelTerm>();
        var offset = 0;
        for (var first = 0; first < levelCounts.Count; first++)
            Add(first, null, levelCounts[first] - 1);
        for (var first = 0; pairs && first < levelCounts.Count; first++)
        {
            for (var second = first + 1; second < levelCounts.Count; second++)
                Add(first, second, (levelCounts[first] - 1) * (levelCounts[second] - 1));
        }

        return terms;

        void Add(int first, int? second, int width)
        {
            terms.Add(new ModelTerm(first, second, offset, width));
            offset += width;
        }
    }
}
