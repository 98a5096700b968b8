using MultiRunner;

namespace SpacePoints;

/// <summary>200 points of 10^12 combinations.</summary>
public class Latin
{
    [SweepTheory(Sampling = Sampling.Latin, Samples = 200, Seed = 7)]
    public int Add([Range(1, 1000)] int a, [Range(1, 1000)] int b, [Range(1, 1000)] int c, [Range(1, 1000)] int d) => a + b + c + d;
}
