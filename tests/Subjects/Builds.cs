using MultiRunner;

namespace Subjects;

/// <summary>A sweep that Subjects.VSTest and Subjects.Edited have alike, so that two builds can share it.</summary>
public class Builds
{
    [SweepTheory]
    public int Run([Range(1, 4)] int n)
    {
        Executions.Note();
        Executions.AwaitGate();
        return n;
    }
}
