using System.Globalization;
using Xunit;

namespace TheoryPoints;

/// <summary>The same rows as a plain theory.</summary>
public class Many
{
    private static readonly string[] Numbers = ["one", "two", "three", "four", "five"];

    private static readonly int Points =
        int.Parse(Environment.GetEnvironmentVariable("MANY_POINTS") ?? "100", CultureInfo.InvariantCulture);

    public static IEnumerable<TheoryDataRow<int, string, double>> Rows =>
        from a in Enumerable.Range(0, Points / 100)
        from b in Numbers
        from c in Enumerable.Range(0, 20)
        select new TheoryDataRow<int, string, double>(a, b, c / 19.0);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Add(int a, string b, double c) => Assert.InRange(a + b.Length + c, 3, int.MaxValue);
}
