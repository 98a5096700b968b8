using Xunit;

namespace Subjects;

/// <summary>Rows for [ClassData].</summary>
public sealed class Squares : TheoryData<int>
{
    public Squares()
        : base(1, 4, 9)
    {
    }
}
