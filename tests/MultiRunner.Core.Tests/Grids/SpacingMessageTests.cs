using MultiRunner.Grids;
using Xunit;

namespace MultiRunner.Core.Tests.Grids;

/// <summary>Every message in its exact words, which are the same under every culture.</summary>
public class SpacingMessageTests
{
    private const string Axis = "Training.Train: 'rate'";

    [Fact]
    public void Range_with_a_step_of_0() =>
        AssertMessage(
            "Training.Train: 'rate': [Range] needs a step other than 0, but got [Range(0.5, 1.5, 0)]. Give a step of the size that you want, or use [LinRange(from, to, count)].",
            () => Spacing.Range(Axis, 0.5, 1.5, 0));

    [Fact]
    public void Range_of_longs()
    {
        AssertMessage(
            "Training.Train: 'rate': [Range] needs a step other than 0, but got [Range(-1, 1, 0)]. Give a step of the size that you want, or use [LinRange(from, to, count)].",
            () => Spacing.Range(Axis, -1L, 1L, 0L));
        AssertMessage(
            "Training.Train: 'rate': the step of [Range] must lead from the first number to the second, but [Range(1, -9223372036854775808, 2)] leads away. Write -2 for the step, or swap the two numbers.",
            () => Spacing.Range(Axis, 1L, long.MinValue, 2L));
        AssertMessage(
            "Training.Train: 'rate': an axis has at most 1,000,000 values, but [Range(0, -1000000, -1)] has 1,000,001. Use a larger step, or raise MaxPoints on [SweepTheory].",
            () => Spacing.Range(Axis, 0L, -1_000_000L, -1L));
    }

    [Fact]
    public void Range_with_a_step_away_from_its_end()
    {
        AssertMessage(
            "Training.Train: 'rate': the step of [Range] must lead from the first number to the second, but [Range(1.5, 0.5, 0.25)] leads away. Write -0.25 for the step, or swap the two numbers.",
            () => Spacing.Range(Axis, 1.5, 0.5, 0.25));
        AssertMessage(
            "Training.Train: 'rate': the step of [Range] must lead from the first number to the second, but [Range(-1, 1, -0.1)] leads away. Write 0.1 for the step, or swap the two numbers.",
            () => Spacing.Range(Axis, -1, 1, -0.1));
    }

    [Fact]
    public void Range_with_too_many_values()
    {
        AssertMessage(
            "Training.Train: 'rate': an axis has at most 1,000,000 values, but [Range(0, 1, 1E-06)] has 1,000,001. Use a larger step, or raise MaxPoints on [SweepTheory].",
            () => Spacing.Range(Axis, 0, 1, 1e-6));
        AssertMessage(
            "Training.Train: 'rate': an axis has at most 2 values, but [Range(1, 3, 1)] has 3. Use a larger step, or raise MaxPoints on [SweepTheory].",
            () => Spacing.Range(Axis, 1d, 3d, 1d, maxPoints: 2));
        AssertMessage(
            "Training.Train: 'rate': an axis has at most 1,000,000 values, but [Range(0, 1, 1E-320)] has Infinity. Use a larger step, or raise MaxPoints on [SweepTheory].",
            () => Spacing.Range(Axis, 0, 1, 1e-320));
    }

    [Theory]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    public void Numbers_that_are_not_finite(double number, string written)
    {
        var expected = $"Training.Train: 'rate': a range needs finite numbers, but got {written}. Use [Values] to list NaN or an infinity.";

        AssertMessage(expected, () => Spacing.Range(Axis, number, 1, 1));
        AssertMessage(expected, () => Spacing.Range(Axis, 1, number, 1));
        AssertMessage(expected, () => Spacing.Range(Axis, 1, 1, number));
        AssertMessage(expected, () => Spacing.Linear(Axis, number, 1, 2));
        AssertMessage(expected, () => Spacing.Linear(Axis, 1, number, 2));
        AssertMessage(expected, () => Spacing.Logarithmic(Axis, number, 1, 2));
        AssertMessage(expected, () => Spacing.Logarithmic(Axis, 1, number, 2));
    }

    [Fact]
    public void A_count_above_the_limit_is_refused_before_anything_is_made()
    {
        AssertMessage(
            "Training.Train: 'rate': an axis has at most 1,000,000 values, but [LinRange(0, 1, 2000000000)] has 2,000,000,000. Use a smaller count, or raise MaxPoints on [SweepTheory].",
            () => Spacing.Linear(Axis, 0, 1, 2_000_000_000));
        AssertMessage(
            "Training.Train: 'rate': an axis has at most 10 values, but [LogRange(1, 1024, 11)] has 11. Use a smaller count, or raise MaxPoints on [SweepTheory].",
            () => Spacing.Logarithmic(Axis, 1, 1024, 11, maxPoints: 10));
        Assert.Equal(11, Spacing.Logarithmic(Axis, 1, 1024, 11, maxPoints: 11).Length);
        Assert.Equal(1_500_000, Spacing.Range(Axis, 1L, 1_500_000L, 1L, maxPoints: 2_000_000).Length);
    }

    [Fact]
    public void Values_that_a_double_cannot_tell_apart()
    {
        AssertMessage(
            "Training.Train: 'rate': the values of an axis must differ, but a double cannot tell the 3 values of [LinRange(1, 1, 3)] apart. Take fewer values, or move the two ends apart.",
            () => Spacing.Linear(Axis, 1, 1, 3));
        AssertMessage(
            "Training.Train: 'rate': the values of an axis must differ, but a double cannot tell the 5 values of [LogRange(1, 1.0000000000000004, 5)] apart. Take fewer values, or move the two ends apart.",
            () => Spacing.Logarithmic(Axis, 1, 1.0000000000000004, 5));
        AssertMessage(
            "Training.Train: 'rate': the values of an axis must differ, but a double cannot tell the 21 values of [Range(1E+17, 1.0000000000000002E+17, 1)] apart. Take fewer values, or move the two ends apart.",
            () => Spacing.Range(Axis, 1e17, 1.0000000000000001e17, 1));
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(-3, "-3")]
    public void A_count_below_1(int count, string written)
    {
        AssertMessage(
            $"Training.Train: 'rate': [LinRange] needs a count of at least 1, but got {written}. Give the number of values that the axis should have.",
            () => Spacing.Linear(Axis, 0, 1, count));
        AssertMessage(
            $"Training.Train: 'rate': [LogRange] needs a count of at least 1, but got {written}. Give the number of values that the axis should have.",
            () => Spacing.Logarithmic(Axis, 1, 2, count));
    }

    [Theory]
    [InlineData(0, 10, "[LogRange(0, 10, 3)]", "0.01")]
    [InlineData(-1.5, 1, "[LogRange(-1.5, 1, 3)]", "0.001")]
    [InlineData(1, -1, "[LogRange(1, -1, 3)]", "-0.001")]
    [InlineData(1, 0, "[LogRange(1, 0, 3)]", "0.001")]
    [InlineData(0, 0, "[LogRange(0, 0, 3)]", "0.001")]
    public void LogRange_through_0(double from, double to, string written, string small) =>
        AssertMessage(
            $"Training.Train: 'rate': [LogRange] needs two numbers of one sign, neither of them 0, but got {written}, which passes through 0. Start at a small number such as {small}, or use [LinRange].",
            () => Spacing.Logarithmic(Axis, from, to, 3));

    private static void AssertMessage(string expected, Action act)
    {
        foreach (var culture in CultureScope.Names)
        {
            using var scope = new CultureScope(culture);
            Assert.Equal(expected, Assert.Throws<GridException>(act).Message);
        }
    }
}
