using MultiRunner.Format;
using Xunit;

namespace MultiRunner.Core.Tests.Format;

public class ObjectiveTests
{
    [Theory]
    [InlineData(1, 2, false, true)]
    [InlineData(2, 1, true, false)]
    [InlineData(1, 1, false, false)]
    [InlineData(0.0, -0.0, false, false)]
    [InlineData(double.NaN, 1, false, false)]
    [InlineData(1, double.NaN, true, true)]
    [InlineData(double.NaN, double.NaN, false, false)]
    [InlineData(double.PositiveInfinity, 1, true, false)]
    [InlineData(double.NegativeInfinity, 1, false, true)]
    [InlineData(double.NegativeInfinity, double.NaN, true, true)]
    public void Nothing_is_worse_than_NaN(double a, double b, bool betterAsMaximum, bool betterAsMinimum)
    {
        Assert.Equal(betterAsMaximum, new Objective("m", Maximize: true).IsBetter(a, b));
        Assert.Equal(betterAsMinimum, new Objective("m", Maximize: false).IsBetter(a, b));
    }
}
