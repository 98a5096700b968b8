using MultiRunner;

namespace Subjects;

/// <summary>Two sweeps that would share a directory.</summary>
public class Overloads
{
#pragma warning disable xUnit1024 // That is what the test is about.
    [SweepTheory]
    public int Run([Values(1, 2)] int n) => n;

    [SweepTheory]
    public double Run([Values(1, 2)] double n) => n;
#pragma warning restore xUnit1024
}
