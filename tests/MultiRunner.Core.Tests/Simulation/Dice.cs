using System.Numerics;

namespace MultiRunner.Core.Tests.Simulation;

/// <summary>Random numbers that a seed determines on every machine and version of .NET: xoshiro256** seeded by SplitMix64.</summary>
internal sealed class Dice
{
    private ulong a;
    private ulong b;
    private ulong c;
    private ulong d;

    public Dice(long seed)
    {
        var x = (ulong)seed;
        a = Split(ref x);
        b = Split(ref x);
        c = Split(ref x);
        d = Split(ref x);
    }

    public double Fraction() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A number from 0 up to, but not including, <paramref name="limit"/>.</summary>
    public int Below(int limit) => (int)((UInt128)Next() * (ulong)limit >> 64);

    /// <summary>A number between the two, both included.</summary>
    public int Between(int first, int last) => first + Below(last - first + 1);

    /// <summary>A length of simulated time between two numbers of seconds.</summary>
    public long Seconds(double shortest, double longest) =>
        (long)((shortest + (Fraction() * (longest - shortest))) * TimeSpan.TicksPerSecond);

    public bool Chance(double probability) => probability > 0 && Fraction() < probability;

    public T Pick<T>(params ReadOnlySpan<T> choices) => choices[Below(choices.Length)];

    public void Shuffle<T>(List<T> list)
    {
        for (var i = list.Count - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (list[i], list[j]) = (list[j], list[i]);
        }
    }

    public ulong Next()
    {
        var result = BitOperations.RotateLeft(b * 5, 7) * 9;
        var t = b << 17;
        c ^= a;
        d ^= b;
        b ^= c;
        a ^= d;
        c ^= t;
        d = BitOperations.RotateLeft(d, 45);
        return result;
    }

    private static ulong Split(ref ulong x)
    {
        var z = x += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
