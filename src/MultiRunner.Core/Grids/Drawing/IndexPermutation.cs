namespace MultiRunner.Grids.Drawing;

/// <summary>
/// The numbers from 0 to count - 1 in random order. No list is made: each number is computed from its index, in a time that does not
/// depend on the count.
/// </summary>
/// <remarks>
/// A Feistel network permutes the numbers of the next even count of bits. A result of count or above is permuted again until it is
/// below, which is called cycle walking (Black and Rogaway 2002, "Ciphers with arbitrary finite domains"). It takes fewer than four
/// rounds of the network on average.
/// </remarks>
internal sealed class IndexPermutation
{
    // The numbers are not secret, but few bits mix slowly: with 12 rounds the orders of even five numbers come up equally often.
    private const int Rounds = 12;

    private readonly UInt128 count;
    private readonly ulong seed;
    private readonly int halfBits;
    private readonly ulong mask;

    /// <summary>Makes a permutation.</summary>
    /// <param name="count">How many numbers there are, from 1.</param>
    /// <param name="seed">Another seed gives another order.</param>
    public IndexPermutation(UInt128 count, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, UInt128.One);
        this.count = count;
        this.seed = seed;
        var bits = 128 - (int)UInt128.LeadingZeroCount(count - 1);
        halfBits = Math.Max(1, (bits + 1) / 2);
        mask = ulong.MaxValue >> (64 - halfBits);
    }

    /// <summary>The number at an index.</summary>
    public UInt128 this[UInt128 index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, count);
            var number = index;
            do
                number = Permuted(number);
            while (number >= count);
            return number;
        }
    }

    private UInt128 Permuted(UInt128 number)
    {
        ulong left = (ulong)(number >> halfBits), right = (ulong)number & mask;
        for (var round = 0; round < Rounds; round++)
            (left, right) = (right, left ^ (Philox.Word(seed, right, round, RandomStream.Permutation) & mask));
        return ((UInt128)left << halfBits) | right;
    }
}
