using MultiRunner;

namespace Subjects;

/// <summary>The runner is told to stop at the first failure.</summary>
public class StopOnFail
{
    [SweepTheory(MaxAttempts = 1)]
    public int Run([Range(1, 6, 1)] int n)
    {
        Executions.Note();
        throw new InvalidOperationException($"{n} is no good.");
    }
}
