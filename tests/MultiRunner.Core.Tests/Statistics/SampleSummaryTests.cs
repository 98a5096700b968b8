using CsCheck;
using MultiRunner.Statistics;
using Xunit;

namespace MultiRunner.Core.Tests.Statistics;

public class SampleSummaryTests
{
    [Fact]
    public void Mean_and_interval_are_those_that_R_prints_for_the_differences_of_the_sleep_data()
    {
        var summary = SampleSummary.Of(SleepData.Differences);

        Assert.Equal(10, summary.Count);
        Assert.Equal(-1.58, summary.Mean, 1e-12);
        Assert.Equal(-2.4598858, summary.Low!.Value, 5e-8);
        Assert.Equal(-0.7001142, summary.High!.Value, 5e-8);
        Assert.Equal(1.58 / 4.0621 * Math.Sqrt(10), summary.StandardDeviation!.Value, 1e-4);
    }

    [Fact]
    public void One_value_has_a_mean_and_no_spread() =>
        Assert.Equal(new SampleSummary(1, 0.25, null, null, null), SampleSummary.Of([0.25]));

    [Fact]
    public void No_value_has_no_mean()
    {
        var summary = SampleSummary.Of([]);

        Assert.Equal(0, summary.Count);
        Assert.Equal(double.NaN, summary.Mean);
        Assert.Null(summary.StandardDeviation);
    }

    [Theory]
    [InlineData(new[] { 1, 2, double.PositiveInfinity }, double.PositiveInfinity)]
    [InlineData(new[] { double.NegativeInfinity, 1, 2 }, double.NegativeInfinity)]
    [InlineData(new[] { double.NegativeInfinity, 1, double.PositiveInfinity }, double.NaN)]
    [InlineData(new[] { 1, double.NaN, 2 }, double.NaN)]
    public void A_value_that_is_not_finite_leaves_a_mean_alone(double[] values, double mean) =>
        Assert.Equal(new SampleSummary(3, mean, null, null, null), SampleSummary.Of(values));

    /// <summary>Sums and squares of these overflow or vanish; their mean and their standard deviation do neither.</summary>
    [Theory]
    [InlineData(1e308)]
    [InlineData(1e-300)]
    public void Very_large_and_very_small_values_have_a_mean_and_a_standard_deviation(double unit)
    {
        var summary = SampleSummary.Of([1.2 * unit, 1.4 * unit, 1.6 * unit]);

        Assert.Equal(1.4, summary.Mean / unit, 1e-12);
        Assert.Equal(0.2, summary.StandardDeviation!.Value / unit, 1e-12);
    }

    /// <summary>(x + x + x) / 3 is not always x.</summary>
    [Fact]
    public void Equal_values_have_exactly_that_mean_and_no_spread() =>
        Gen.Double[-1e6, 1e6].Select(Gen.Int[2, 9]).Sample((value, count) =>
            Assert.Equal(new SampleSummary(count, value, 0, value, value), SampleSummary.Of([.. Enumerable.Repeat(value, count)])));

    /// <summary>Two configurations with the same values in other repeats are a tie to the last digit.</summary>
    [Fact]
    public void The_order_of_the_values_changes_no_digit() =>
        Gen.Double[-1e3, 1e3].Array[2, 9].SelectMany(values => Gen.Shuffle(values).Select(shuffled => (values, shuffled)))
            .Sample((values, shuffled) => Assert.Equal(SampleSummary.Of(values), SampleSummary.Of(shuffled)));
}
