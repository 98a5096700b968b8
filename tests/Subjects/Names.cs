using MultiRunner;

namespace Subjects;

/// <summary>Names that some file systems take for one another, or do not allow.</summary>
#pragma warning disable CA1708 // That is what the test is about.
public class Names
#pragma warning restore CA1708
{
    [SweepTheory]
    public int Run([Values(1, 2)] int n) => n;

    [SweepTheory]
    public int run([Values(1, 2)] int n) => n * 1000;

    [SweepTheory]
    public int größe([Values(1, 2)] int n) => n * 10;

    [SweepTheory]
    public int grüße([Values(1, 2)] int n) => n * 20;
}
