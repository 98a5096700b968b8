using MultiRunner.Grids;
using MultiRunner.Grids.Drawing;
using Xunit;

namespace MultiRunner.Core.Tests.Grids;

/// <summary>Every message in its exact words, which are the same under every culture.</summary>
public class DistributionMessageTests
{
    private const string Axis = "Axis 'rate' of Training.Train";

    [Theory]
    [InlineData(double.NaN, 1, "NaN, 1")]
    [InlineData(0.5, double.PositiveInfinity, "0.5, Infinity")]
    [InlineData(double.NegativeInfinity, double.NaN, "-Infinity, NaN")]
    public void Ends_that_are_not_finite(double from, double to, string written)
    {
        AssertMessage(
            $"Axis 'rate' of Training.Train: [Uniform] needs two finite numbers, but got [Uniform({written})]. Write the least and the greatest number that a value may be, such as [Uniform(0.1, 10)].",
            () => UniformDistribution.Create(Axis, from, to));
        AssertMessage(
            $"Axis 'rate' of Training.Train: [LogUniform] needs two finite numbers, but got [LogUniform({written})]. Write the least and the greatest number that a value may be, such as [LogUniform(0.1, 10)].",
            () => LogUniformDistribution.Create(Axis, from, to));
    }

    [Theory]
    [InlineData(0, 0.5, "0, 0.5", "0.0005")]
    [InlineData(-1.5, 1, "-1.5, 1", "0.001")]
    [InlineData(1, 0, "1, 0", "0.001")]
    [InlineData(-2, -1, "-2, -1", "0.001")]
    public void LogUniform_at_0_or_below(double from, double to, string written, string small) =>
        AssertMessage(
            $"Axis 'rate' of Training.Train: [LogUniform] needs two numbers above 0, but got [LogUniform({written})]. Start at a small number such as {small}, or use [Uniform].",
            () => LogUniformDistribution.Create(Axis, from, to));

    [Fact]
    public void Ends_that_are_swapped()
    {
        AssertMessage(
            "Axis 'rate' of Training.Train: the first number of [Uniform] must be below the second, but got [Uniform(0.5, -0.5)]. Write [Uniform(-0.5, 0.5)].",
            () => UniformDistribution.Create(Axis, 0.5, -0.5));
        AssertMessage(
            "Axis 'rate' of Training.Train: the first number of [LogUniform] must be below the second, but got [LogUniform(0.1, 0.001)]. Write [LogUniform(0.001, 0.1)].",
            () => LogUniformDistribution.Create(Axis, 0.1, 0.001));
        AssertMessage(
            "Axis 'rate' of Training.Train: the first number of [UniformInt] must be below the second, but got [UniformInt(1, -64)]. Write [UniformInt(-64, 1)].",
            () => UniformIntDistribution.Create(Axis, 1, -64));
    }

    [Fact]
    public void Ends_that_are_equal()
    {
        AssertMessage(
            "Axis 'rate' of Training.Train: the first number of [Uniform] must be below the second, but got [Uniform(0.5, 0.5)]. Move the two apart, or write [Values(0.5)].",
            () => UniformDistribution.Create(Axis, 0.5, 0.5));
        AssertMessage(
            "Axis 'rate' of Training.Train: the first number of [LogUniform] must be below the second, but got [LogUniform(0.1, 0.1)]. Move the two apart, or write [Values(0.1)].",
            () => LogUniformDistribution.Create(Axis, 0.1, 0.1));
        AssertMessage(
            "Axis 'rate' of Training.Train: the first number of [UniformInt] must be below the second, but got [UniformInt(3, 3)]. Move the two apart, or write [Values(3)].",
            () => UniformIntDistribution.Create(Axis, 3, 3));
    }

    private static void AssertMessage(string expected, Action act)
    {
        foreach (var culture in CultureScope.Names)
        {
            using var scope = new CultureScope(culture);
            Assert.Equal(expected, Assert.Throws<GridException>(act).Message);
        }
    }
}
