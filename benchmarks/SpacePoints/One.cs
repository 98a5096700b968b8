using MultiRunner;

namespace SpacePoints;

/// <summary>One point, which shows what the start of the process costs.</summary>
public class One
{
    [SweepTheory]
    public int Add([Range(1, 1)] int a, [Range(1, 1)] int b, [Range(1, 1)] int c, [Range(1, 1)] int d) => a + b + c + d;
}
