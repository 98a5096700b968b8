using MultiRunner;

namespace Subjects;

/// <summary>Sweeps some of whose points throw.</summary>
public class Failures
{
    [SweepTheory]
    public int Once([Values(1, 2, 3)] int n)
    {
        Executions.Note();
        return n == 2 && Sweep.Current.Attempt == 1 ? throw new InvalidOperationException("Out of luck.") : n;
    }

    [SweepTheory]
    public int Always([Values(1, 2, 3)] int n)
    {
        Executions.Note();
        return n == 2 ? throw new InvalidOperationException("Two is one too many.") : n;
    }

    [SweepTheory]
    public int All([Range(1, 8, 1)] int n)
    {
        Executions.Note();
        throw new InvalidOperationException($"{n} is no good.");
    }

    [SweepTheory(MaxAttempts = 1)]
    public int One_attempt([Values(1, 2, 3)] int n)
    {
        Executions.Note();
        return n == 2 ? throw new InvalidOperationException("Two is one too many.") : n;
    }

    [SweepTheory(MaxErrors = 2)]
    public int Two_errors([Range(1, 5, 1)] int n)
    {
        Executions.Note();
        throw new InvalidOperationException($"{n} is no good.");
    }
}
