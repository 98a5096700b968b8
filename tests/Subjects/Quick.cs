using MultiRunner;

namespace Subjects;

/// <summary>Many points of equal length, that several processes share.</summary>
public class Quick
{
    [SweepTheory]
    public async Task<int> Run([Range(1, 200, 1)] int n)
    {
        Executions.Note();
        await Task.Delay(50);
        return n;
    }

    [SweepTheory]
    public async Task<int> Many([Range(1, 600, 1)] int n)
    {
        Executions.Note();
        await Task.Delay(50);
        return n;
    }

    [SweepTheory]
    public int Few([Range(1, 24, 1)] int n)
    {
        Executions.Note();
        return n;
    }
}
