using MultiRunner;
using Xunit;

namespace Subjects;

/// <summary>Data that differs from one process to the next.</summary>
public class Unsteady
{
    public static IEnumerable<object[]> Guids => [[Guid.NewGuid()], [Guid.NewGuid()]];

    [SweepTheory]
    [MemberData(nameof(Guids))]
    public void Random_rows(Guid id)
    {
    }
}
