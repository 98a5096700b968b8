namespace MultiRunner.Grids.Drawing;

/// <summary>
/// The random number generator Philox4x32-10 (Salmon, Moraes, Dror and Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3"). It
/// counts: each number is a function of a key and a counter, so that any number of a stream is there at once. It needs only products
/// of whole numbers, and these are the same on every machine.
/// </summary>
internal static class Philox
{
    private const int Rounds = 10;

    /// <summary>The random number of a seed, an index, a dimension and a purpose.</summary>
    public static ulong Word(ulong seed, ulong index, int dimension, RandomStream stream) =>
        Block(seed, index, (uint)dimension | ((ulong)stream << 32)).Low;

    /// <summary>The 128 random bits of a key and a counter, whose first 32-bit words are the low ones.</summary>
    public static (ulong Low, ulong High) Block(ulong key, ulong counterLow, ulong counterHigh)
    {
        const uint MultiplierA = 0xD2511F53, MultiplierC = 0xCD9E8D57, StepA = 0x9E3779B9, StepC = 0xBB67AE85;
        uint a = (uint)counterLow, b = (uint)(counterLow >> 32), c = (uint)counterHigh, d = (uint)(counterHigh >> 32);
        uint keyA = (uint)key, keyC = (uint)(key >> 32);
        for (var round = 0; round < Rounds; round++)
        {
            ulong productA = (ulong)MultiplierA * a, productC = (ulong)MultiplierC * c;
            a = (uint)(productC >> 32) ^ b ^ keyA;
            b = (uint)productC;
            c = (uint)(productA >> 32) ^ d ^ keyC;
            d = (uint)productA;
            unchecked
            {
                keyA += StepA;
                keyC += StepC;
            }
        }

        return (a | ((ulong)b << 32), c | ((ulong)d << 32));
    }
}
