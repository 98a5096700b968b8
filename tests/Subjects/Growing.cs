using MultiRunner;
using Xunit;

namespace Subjects;

/// <summary>A grid whose size the test sets, as an edit of the code would.</summary>
public class Growing
{
    public static IEnumerable<object[]> Sizes => Environment.GetEnvironmentVariable("SUBJECTS_SIZES")!.Split(',').Select(size => new object[] { size });

    [SweepTheory]
    [MemberData(nameof(Sizes))]
    public int Run(string size)
    {
        Executions.Note();
        return size.Length;
    }
}
