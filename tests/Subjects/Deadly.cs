using System.Diagnostics;
using MultiRunner;

namespace Subjects;

/// <summary>Sweeps some of whose points end their process.</summary>
public class Deadly
{
    [SweepTheory]
    public int FailFast([Values(1, 2, 3, 4)] int n)
    {
        Executions.Note();
        if (n == 3)
            Environment.FailFast("Three is deadly.");
        return n;
    }

    /// <summary>As a library does it that takes the process for its own.</summary>
    [SweepTheory(MaxAttempts = 2)]
    public int Exits_with_success([Values(1, 2, 3, 4)] int n)
    {
        Executions.Note();
        if (n == 3)
            Environment.Exit(0);
        return n;
    }

    /// <summary>As the kernel does it to a process that has used up the memory.</summary>
    [SweepTheory(MaxAttempts = 2)]
    public int Killed([Values(1, 2, 3, 4)] int n)
    {
        Executions.Note();
        if (n == 3)
        {
            Process.GetCurrentProcess().Kill();
            Thread.Sleep(Timeout.Infinite);
        }

        return n;
    }
}
