using MultiRunner;
using Xunit;

namespace Subjects;

/// <summary>Points that skip themselves where <c>SUBJECTS_SKIP</c> is set.</summary>
public class Skips
{
    private static bool NoGpu => Environment.GetEnvironmentVariable("SUBJECTS_SKIP") is not null;

    [SweepTheory]
    public int By_xunit([Values(1, 2)] int n)
    {
        Executions.Note();
        Assert.SkipWhen(n == 2 && NoGpu, "there is no GPU here");
        return n;
    }

    [SweepTheory]
    public int By_SkippableFact([Values(1, 2)] int n)
    {
        Executions.Note();
        Skip.If(n == 2 && NoGpu, "there is no GPU here");
        return n;
    }

    [SweepTheory]
    public async Task<int> By_SkippableFact_later([Values(1, 2)] int n)
    {
        Executions.Note();
        await Task.Yield();
        Skip.If(n == 2 && NoGpu, "there is no GPU here");
        return n;
    }

    [SweepTheory(SkipExceptions = [typeof(NotSupportedException)])]
    public int By_exception([Values(1, 2)] int n)
    {
        Executions.Note();
        return n == 2 && NoGpu ? throw new NotSupportedException("there is no GPU here") : n;
    }
}
