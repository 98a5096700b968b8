using Xunit;

namespace TheoryPoints;

/// <summary>As many rows as the environment says, all of them skipped.</summary>
public class Done
{
    public static IEnumerable<TheoryDataRow<int, string, double>> Rows => Many.Rows.Select(row => row.WithSkip("It is done."));

    [Theory]
    [MemberData(nameof(Rows))]
    public void Add(int a, string b, double c) => Assert.InRange(a + b.Length + c, 3, int.MaxValue);
}
