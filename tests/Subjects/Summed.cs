using MultiRunner;

namespace Subjects;

/// <summary>A sweep whose finished points share a test case as soon as there are more than two.</summary>
public class Summed
{
    [SweepTheory(SummaryAbove = 2, Maximize = "result")]
    public int Run([Range(1, 6, 1)] int n)
    {
        Executions.Note();
        return n;
    }
}
