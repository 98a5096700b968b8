using MultiRunner;

namespace Subjects;

/// <summary>Points that take much longer than any operation of a file system, so that their number tells how long a sweep takes.</summary>
public class Steady
{
    [SweepTheory]
    public async Task<int> Run([Range(1, 160, 1)] int n)
    {
        Executions.AwaitWorkers();
        Executions.Note();
        await Task.Delay(250);
        return n;
    }
}
