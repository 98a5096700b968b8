using MultiRunner;

namespace Subjects;

/// <summary>Sweeps that return how many points began before each point, in one process.</summary>
public class Ordered : Estimates
{
    private static int begun;

    [SweepTheory(Order = Order.AsWritten)]
    public int Written([Values(3, 1, 2)] int a, [Values(10, 30, 20, 40)] int b) => begun++;

    [SweepTheory(Cost = nameof(Product))]
    public int Costly([Values(3, 1, 2)] int a, [Values(10, 35, 25, 55)] int b) => begun++;

    [SweepTheory(Cost = "Pause")]
    public int Inherited([Values(3, 1, 2, 5, 4)] int a) => begun++;

    [SweepTheory]
    public int Either([Values(3, 1, 2, 5, 4, 9, 8, 7)] int a) => begun++;

    public static long Product(int b, object a) => (int)a * b;
}

#pragma warning disable CA1052, IDE0051 // Only its name is used.
/// <summary>What a base class keeps to itself is found, too.</summary>
public class Estimates
{
    private static TimeSpan Pause(int a) => TimeSpan.FromMinutes(a);
}
