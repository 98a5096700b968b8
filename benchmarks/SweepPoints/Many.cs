using MultiRunner;

namespace SweepPoints;

/// <summary>As many points as the environment says, to be discovered.</summary>
public class Many
{
    [SweepTheory]
    public double Add([Hundreds] int a, [Values("one", "two", "three", "four", "five")] string b, [LinRange(0, 1, 20)] double c) =>
        a + b.Length + c;
}
