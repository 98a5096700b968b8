using Xunit;

namespace TheoryPoints;

/// <summary>The same 2,000 points as a plain theory.</summary>
public class Points
{
    public static IEnumerable<TheoryDataRow<int, int, int>> Rows =>
        from a in Enumerable.Range(0, 20)
        from b in Enumerable.Range(0, 10)
        from c in Enumerable.Range(0, 10)
        select new TheoryDataRow<int, int, int>(a, b, c);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Add(int a, int b, int c) => Assert.InRange(a + b + c, 0, 37);
}
