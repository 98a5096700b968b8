using MultiRunner;

namespace Subjects;

/// <summary>A sweep of two versions: Subjects.VSTest has the first one, and Subjects.Edited the second.</summary>
public class Versioned
{
#if EDITED
    [SweepTheory(Maximize = "result", Version = "2")]
    public int Run([Values(1, 2, 3)] int n) => Execute(n, factor: 100);
#else
    [SweepTheory(Maximize = "result")]
    public int Run([Values(1, 2, 3)] int n) => Execute(n, factor: 1);
#endif

    [SweepTheory(Version = "2 Beta")]
    public int Awkward([Values(1)] int n) => n;

    private static int Execute(int n, int factor)
    {
        Executions.Note();
        Executions.AwaitGate();
        return n * factor;
    }
}
