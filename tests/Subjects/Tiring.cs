using MultiRunner;

namespace Subjects;

/// <summary>In each process the first point succeeds and every other one throws.</summary>
public class Tiring
{
    private static int retried;
    private static int lost;

    [SweepTheory(MaxErrors = 2, MaxAttempts = 9)]
    public int Retried([Values(1, 2, 3)] int n)
    {
        Executions.Note();
        return retried++ > 0 ? throw new InvalidOperationException($"{n} is one too many.") : n;
    }

    [SweepTheory(MaxErrors = 1, MaxAttempts = 1)]
    public int Lost([Values(1, 2, 3)] int n)
    {
        Executions.Note();
        return lost++ > 0 ? throw new InvalidOperationException($"{n} is one too many.") : n;
    }
}
