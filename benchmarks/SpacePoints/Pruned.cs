using MultiRunner;

namespace SpacePoints;

/// <summary>1,000 points of 10^9 combinations: one pair of a and b is allowed, which is known before c has a value.</summary>
public class Pruned
{
    [SweepTheory(Where = nameof(Fits))]
    public int Add([Range(1, 1000)] int a, [Range(1, 1000)] int b, [Range(1, 1000)] int c) => a + b + c;

    private static bool Fits(int a, int b) => a * b == 1_000_000;
}
