using MultiRunner.Statistics;
using Xunit;

namespace MultiRunner.Core.Tests.Statistics;

public class StudentsTTests
{
    /// <summary>Column "0.05, two-sided" of the usual table, as in Fisher, Statistical Methods for Research Workers, table IV.</summary>
    [Theory]
    [InlineData(1, 12.706)]
    [InlineData(2, 4.303)]
    [InlineData(3, 3.182)]
    [InlineData(4, 2.776)]
    [InlineData(5, 2.571)]
    [InlineData(9, 2.262)]
    [InlineData(15, 2.131)]
    [InlineData(20, 2.086)]
    [InlineData(30, 2.042)]
    [InlineData(120, 1.980)]
    public void Half_width_is_that_of_the_table(int degreesOfFreedom, double tabulated) =>
        Assert.Equal(tabulated, StudentsT.HalfWidth95(degreesOfFreedom), 0.0005);

    /// <summary>Columns "0.1", "0.01" and "0.001, two-sided" of the same table.</summary>
    [Theory]
    [InlineData(6.314, 1, 0.1)]
    [InlineData(63.657, 1, 0.01)]
    [InlineData(636.619, 1, 0.001)]
    [InlineData(4.604, 4, 0.01)]
    [InlineData(8.610, 4, 0.001)]
    [InlineData(3.250, 9, 0.01)]
    [InlineData(2.042, 30, 0.05)]
    public void Probability_is_that_of_the_table(double t, int degreesOfFreedom, double tabulated)
    {
        Assert.Equal(tabulated, StudentsT.TwoSidedP(t, degreesOfFreedom), tabulated * 0.001);
        Assert.Equal(tabulated, StudentsT.TwoSidedP(-t, degreesOfFreedom), tabulated * 0.001);
    }

    /// <summary>With one degree of freedom it is Cauchy's distribution: P(|t| > x) = 2 / pi * arctan(1 / x).</summary>
    [Fact]
    public void Small_probabilities_have_all_their_digits() => Assert.Equal(2 / Math.PI * 1e-12, StudentsT.TwoSidedP(1e12, 1), 1e-22);

    [Fact]
    public void A_hundred_thousand_values_have_the_half_width_of_the_normal_distribution() =>
        Assert.Equal(1.95998, StudentsT.HalfWidth95(99_999), 0.00002);

    [Fact]
    public void No_difference_has_the_probability_one() => Assert.Equal(1, StudentsT.TwoSidedP(0, 4), 1e-12);
}
