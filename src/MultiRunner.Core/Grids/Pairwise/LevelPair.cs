namespace MultiRunner.Grids.Pairwise;

/// <summary>
/// Level <paramref name="X"/> of dimension <paramref name="A"/> together with level <paramref name="Y"/> of <paramref name="B"/>.
/// </summary>
internal readonly record struct LevelPair(int A, int X, int B, int Y)
{
    /// <summary>Whether this is one of the two levels.</summary>
    public bool Has(int dimension, int level) => (A, X) == (dimension, level) || (B, Y) == (dimension, level);
}
