using MultiRunner;

namespace Subjects;

/// <summary>A sweep that grows by half when it is edited, and has other points of the same space then.</summary>
public class Reshaped
{
#if EDITED
    [SweepTheory(Maximize = "result")]
    public int Run([Numbers(divisor: 4, share: 1.5)] int n) => Result(n);
#else
    [SweepTheory(Maximize = "result")]
    public int Run([Numbers(divisor: 3, share: 1)] int n) => Result(n);
#endif

    private static int Result(int n)
    {
        Executions.Note();
        Executions.AwaitGate();
        return n;
    }
}
