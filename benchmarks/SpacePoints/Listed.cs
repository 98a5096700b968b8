using MultiRunner;

namespace SpacePoints;

/// <summary>200 points, which are the product of their axes.</summary>
public class Listed
{
    [SweepTheory]
    public int Add([Range(1, 5)] int a, [Range(1, 5)] int b, [Range(1, 4)] int c, [Range(1, 2)] int d) => a + b + c + d;
}
