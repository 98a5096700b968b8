using MultiRunner;

namespace SpacePoints;

/// <summary>A pairwise selection of 5^10 combinations.</summary>
public class Pairs
{
    [SweepTheory(Sampling = Sampling.Pairwise)]
    public int Add(
        [Range(1, 5)] int a,
        [Range(1, 5)] int b,
        [Range(1, 5)] int c,
        [Range(1, 5)] int d,
        [Range(1, 5)] int e,
        [Range(1, 5)] int f,
        [Range(1, 5)] int g,
        [Range(1, 5)] int h,
        [Range(1, 5)] int i,
        [Range(1, 5)] int j) => a + b + c + d + e + f + g + h + i + j;
}
