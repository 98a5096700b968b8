using MultiRunner;

namespace SweepPoints;

/// <summary>2,000 points that do nothing, as a sweep.</summary>
public class Points
{
    [SweepTheory]
    public int Add([Range(0, 19, 1)] int a, [Range(0, 9, 1)] int b, [Range(0, 9, 1)] int c) => a + b + c;
}
