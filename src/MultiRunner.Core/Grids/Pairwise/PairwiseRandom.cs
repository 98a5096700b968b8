namespace MultiRunner.Grids.Pairwise;

/// <summary>
/// Numbers that break ties: SplitMix64 from a fixed start, in whole numbers only, so that they are the same on each machine and in each
/// run.
/// </summary>
internal sealed class PairwiseRandom
{
    private ulong state;

    /// <summary>A number of at least 0 and less than <paramref name="end"/>.</summary>
    public int Next(int end)
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (int)((((mixed ^ (mixed >> 31)) >> 32) * (ulong)end) >> 32);
    }

    /// <summary>Brings <paramref name="items"/> into another order.</summary>
    public void Shuffle(Span<int> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Next(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
