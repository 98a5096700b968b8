using MultiRunner.Statistics;
using Xunit;

namespace MultiRunner.Core.Tests.Statistics;

public class HolmProcedureTests
{
    /// <summary>
    /// The example of Wikipedia, "Holm-Bonferroni method": of 0.01, 0.04, 0.03 and 0.005 at the level 0.05 the fourth (0.005 &lt;= 0.05
    /// / 4) and the first (0.01 &lt;= 0.05 / 3) are rejected. The third is not (0.03 &gt; 0.05 / 2), and so the second, with 0.04 &lt;=
    /// 0.05, is not tested.
    /// </summary>
    [Fact]
    public void The_published_example() =>
        Assert.Equal([true, false, false, true], HolmProcedure.Rejected([0.01, 0.04, 0.03, 0.005], 0.05));

    /// <summary>Bonferroni's procedure would compare all three with 0.05 / 3.</summary>
    [Fact]
    public void Each_rejection_eases_the_next() => Assert.Equal([true, true, true], HolmProcedure.Rejected([0.04, 0.02, 0.01], 0.05));

    [Fact]
    public void No_test_rejects_nothing() => Assert.Empty(HolmProcedure.Rejected([], 0.05));
}
