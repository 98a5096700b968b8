using MultiRunner;

namespace Subjects;

/// <summary>Results that soon fill a small disk.</summary>
public class Large
{
    [SweepTheory]
    public string Run([Range(1, 16, 1)] int n)
    {
        Executions.Note();
        return new string((char)('a' + n), 400_000);
    }
}
