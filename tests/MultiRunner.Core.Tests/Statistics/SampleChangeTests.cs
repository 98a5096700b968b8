using MultiRunner.Statistics;
using Xunit;

namespace MultiRunner.Core.Tests.Statistics;

public class SampleChangeTests
{
    /// <summary>R: t.test(sleep1, sleep2, paired = TRUE) prints t = -4.0621, df = 9, p = 0.002833, interval -2.4598858 to -0.7001142.</summary>
    [Fact]
    public void Equal_repeats_are_paired_and_have_the_interval_that_R_prints()
    {
        var change = SampleChange.Of(Sample(SleepData.Second), Sample(SleepData.First));

        var difference = change.Difference!.Value;
        Assert.True(change.IsPaired);
        Assert.Equal(-1.58, difference.Value, 1e-12);
        Assert.Equal(9, difference.DegreesOfFreedom);
        Assert.Equal(-2.4598858, difference.Value - difference.HalfWidth95, 5e-8);
        Assert.Equal(-0.7001142, difference.Value + difference.HalfWidth95, 5e-8);
        Assert.Equal(0.002833, difference.TwoSidedP, 5e-7);
    }

    /// <summary>R: t.test(extra ~ group, data = sleep) prints t = -1.8608, df = 17.776, p = 0.07939, interval -3.3654832 to 0.2054832.</summary>
    [Fact]
    public void Other_repeats_are_not_paired_and_have_the_interval_of_Welch_that_R_prints()
    {
        var change = SampleChange.Of(Sample(SleepData.Second), Sample(SleepData.First, firstRepeat: 100));

        var difference = change.Difference!.Value;
        Assert.False(change.IsPaired);
        Assert.Equal(17.776, difference.DegreesOfFreedom, 5e-4);
        Assert.Equal(-3.3654832, difference.Value - difference.HalfWidth95, 5e-8);
        Assert.Equal(0.2054832, difference.Value + difference.HalfWidth95, 5e-8);
        Assert.Equal(0.07939, difference.TwoSidedP, 5e-6);
    }

    /// <summary>A repeat that one side lacks makes the two means be over other repeats, so all values are compared.</summary>
    [Fact]
    public void A_repeat_that_one_side_lacks_undoes_the_pairs() =>
        Assert.False(SampleChange.Of(Sample([1, 2, 3]), Sample([1, 2])).IsPaired);

    [Fact]
    public void Pairs_are_made_by_the_key_and_not_by_the_order()
    {
        var after = new Dictionary<string, double> { ["2"] = 31, ["0"] = 11.5, ["1"] = 21 };

        var difference = SampleChange.Of(Sample([10, 20, 30]), after).Difference!.Value;

        Assert.Equal(3.5 / 3, difference.Value, 1e-12);
        Assert.Equal(Math.Sqrt(0.25 / 3 / 3), difference.StandardError, 1e-12);
    }

    [Theory]
    [InlineData(new[] { 1.0 }, new[] { 2.0 })]
    [InlineData(new[] { 1.0, 2.0 }, new[] { 2.0 })]
    [InlineData(new[] { 0.90, 0.90, 0.90, 0.90 }, new[] { 0.89, 0.89, 0.89, 0.89 })]
    [InlineData(new[] { 0.90, 0.90, 0.90 }, new[] { 0.89, 0.89, 0.89, 0.89 })]
    public void Single_and_constant_values_say_nothing_of_the_noise(double[] before, double[] after)
    {
        var change = SampleChange.Of(Sample(before), Sample(after));

        Assert.Null(change.Difference);
        Assert.Null(change.Beyond(1.01, 0));
    }

    /// <summary>Counted values have equal differences by chance. What is left to judge by is the spread within the samples.</summary>
    [Theory]
    [InlineData(new[] { 0.90, 0.91, 0.92 }, new[] { 0.89, 0.90, 0.91 })]
    [InlineData(new[] { 0.80, 0.10 }, new[] { 0.90, 0.20 })]
    public void Samples_with_equal_differences_are_compared_as_if_they_were_of_other_repeats(double[] before, double[] after)
    {
        var change = SampleChange.Of(Sample(before), Sample(after));

        Assert.False(change.IsPaired);
        Assert.InRange(change.Difference!.Value.TwoSidedP, 0.2, 1);
        Assert.NotNull(change.Beyond(1.01, 0));
    }

    [Fact]
    public void Equal_differences_of_zero_are_no_change()
    {
        var change = SampleChange.Of(Sample([0.90, 0.91, 0.92]), Sample([0.90, 0.91, 0.92]));

        Assert.Equal((0, 1), (change.Difference!.Value.Value, change.Difference.Value.TwoSidedP));
    }

    /// <summary>
    /// The mean after is 10 % above the mean before in each pair, so 10 % is exactly reached, and 0.9 is below the difference of 1.
    /// </summary>
    [Fact]
    public void A_limit_may_be_a_factor_or_an_offset()
    {
        var change = SampleChange.Of(Sample([9, 10, 11]), Sample([9.9, 11, 12.1]));

        Assert.Equal(0, change.Beyond(1.1, 0)!.Value.Value, 1e-12);
        Assert.Equal(1, change.Beyond(1.1, 0)!.Value.TwoSidedP);
        Assert.Equal(0.1, change.Beyond(1, 0.9)!.Value.Value, 1e-12);
    }

    private static Dictionary<string, double> Sample(double[] values, int firstRepeat = 0) =>
        values.Select((value, i) => (Key: $"{firstRepeat + i}", value)).ToDictionary(v => v.Key, v => v.value);
}
