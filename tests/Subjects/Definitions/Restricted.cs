using System.Globalization;
using MultiRunner;

namespace Subjects;

/// <summary>A constraint that the test sets, as an edit of the code would.</summary>
public class Restricted
{
    [SweepTheory(Maximize = "result", Where = nameof(IsChosen))]
    public int Run([Range(1, 4)] int n)
    {
        Executions.Note();
        return n;
    }

    private static bool IsChosen(int n) =>
        Environment.GetEnvironmentVariable("SUBJECTS_CHOSEN") is not { } chosen
        || chosen.Contains(n.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
