using MultiRunner.Benchmarks.Peers;
using Xunit;

namespace TheoryPoints;

/// <summary>The points of the benchmark <c>peers</c> as rows of a plain theory.</summary>
public class Peers
{
    public static IEnumerable<TheoryDataRow<int, int, int>> Rows =>
        from a in PeerPoint.Axis(0)
        from b in PeerPoint.Axis(1)
        from c in PeerPoint.Axis(2)
        select new TheoryDataRow<int, int, int>(a, b, c);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Add(int a, int b, int c) => Assert.Equal(a + b + c, PeerPoint.Run(a, b, c));
}
