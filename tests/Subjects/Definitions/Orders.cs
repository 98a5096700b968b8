using MultiRunner;

namespace Subjects;

/// <summary>A sweep as it was written first.</summary>
public class FirstOrder
{
    [SweepTheory]
    public double Run([Values(1, 2)] int a, [Values(0.5, 4)] double b) => a * b;
}

/// <summary>The same sweep, its parameters swapped.</summary>
public class SecondOrder
{
    [SweepTheory]
    public double Run([Values(0.5, 4)] double b, [Values(1, 2)] int a) => a * b;
}
