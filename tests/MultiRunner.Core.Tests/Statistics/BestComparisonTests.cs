using System.Diagnostics;
using MultiRunner.Statistics;
using Xunit;

namespace MultiRunner.Core.Tests.Statistics;

public class BestComparisonTests
{
    [Fact]
    public void P_of_the_sleep_data_is_that_which_R_prints()
    {
        Assert.Equal(0.002833, DifferenceOfMeans.Paired(SleepData.Differences, 5.5)!.Value.TwoSidedP, 5e-7);
        Assert.Equal(0.07939, DifferenceOfMeans.Welch(Moments.Of([.. SleepData.First]), Moments.Of([.. SleepData.Second]))!.Value.TwoSidedP, 5e-6);
    }

    /// <summary>Of the sleep data the pairs tell the drugs apart, and the same values without their patients do not.</summary>
    [Fact]
    public void Common_repeats_are_compared_in_pairs()
    {
        Assert.Empty(BestComparison.NotDistinguishable(1, [Sample(SleepData.First), Sample(SleepData.Second)]));
        Assert.Equal([0], BestComparison.NotDistinguishable(1, [Sample(SleepData.First), Sample(SleepData.Second, firstRepeat: 100)]));
    }

    [Fact]
    public void Pairs_are_made_by_the_key_and_not_by_the_order()
    {
        var second = SleepData.Second.Select((value, i) => (value, i)).Reverse().ToDictionary(v => Key(v.i), v => v.value);

        Assert.Empty(BestComparison.NotDistinguishable(1, [Sample(SleepData.First), second]));
    }

    /// <summary>Repeats 0 and 1 are common. Their differences are nearly equal, and the value of repeat 2 has no partner.</summary>
    [Fact]
    public void Only_common_repeats_are_compared_when_there_are_two() =>
        Assert.Empty(BestComparison.NotDistinguishable(0, [Sample([5, 9.05, 100]), Sample([4, 8])]));

    /// <summary>The best has the higher mean because the hard repeats of the other are not its own. In each common repeat it is worse.</summary>
    [Fact]
    public void Pairs_that_contradict_the_ranking_do_not_prove_it() =>
        Assert.Equal([1], BestComparison.NotDistinguishable(0, [Sample([0.95, 0.96]), Sample([0.97, 0.981, 0.5, 0.5, 0.5])]));

    /// <summary>Counted values have equal differences by chance, also three or five of them, and also when each side is constant.</summary>
    [Theory]
    [InlineData(new[] { 0.91, 0.93 }, new[] { 0.90, 0.92 })]
    [InlineData(new[] { 5.0, 9.0 }, new[] { 4.0, 8.0 })]
    [InlineData(new[] { 5.0, 5.0 }, new[] { 4.0, 4.0 })]
    [InlineData(new[] { 0.91, 0.93, 0.92 }, new[] { 0.90, 0.92, 0.91 })]
    [InlineData(new[] { 0.9, 0.2, 0.5, 0.7, 0.3 }, new[] { 0.8, 0.1, 0.4, 0.6, 0.2 })]
    [InlineData(new[] { 0.9, 0.9, 0.9, 0.9, 0.9 }, new[] { 0.8, 0.8, 0.8, 0.8, 0.8 })]
    public void Equal_differences_say_nothing_of_the_noise(double[] best, double[] other) =>
        Assert.Equal([1], BestComparison.NotDistinguishable(0, [Sample(best), Sample(other)]));

    /// <summary>The spread within the configurations tells then how sure the difference is.</summary>
    [Fact]
    public void Equal_differences_are_compared_as_if_they_were_of_other_repeats() =>
        Assert.Empty(BestComparison.NotDistinguishable(0, [Sample([20, 21, 22]), Sample([10, 11, 12])]));

    /// <summary>The values of the best are constant, but those of the other are not, and so the differences have a spread.</summary>
    [Fact]
    public void A_constant_best_is_compared_when_the_others_have_a_spread() =>
        Assert.Empty(BestComparison.NotDistinguishable(0, [Sample([5, 5, 5]), Sample([4, 4.01, 3.99])]));

    /// <summary>One common repeat has no spread, so all values are compared.</summary>
    [Fact]
    public void One_common_repeat_is_no_pair()
    {
        double[] near = [1.0, 1.1, 0.9];

        Assert.Empty(BestComparison.NotDistinguishable(0, [Sample([9.0, 9.1, 8.9]), Sample(near, firstRepeat: 2)]));
        Assert.Equal([1], BestComparison.NotDistinguishable(0, [Sample([1.2, 1.0, 1.1]), Sample(near, firstRepeat: 2)]));
    }

    /// <summary>
    /// Ten values of one configuration and one of another in a repeat of its own: nothing is known of the other's spread.
    /// </summary>
    [Fact]
    public void A_single_value_cannot_be_told_from_the_best() =>
        Assert.Equal([1], BestComparison.NotDistinguishable(0, [Sample(SleepData.First), Sample([-1000], firstRepeat: 100)]));

    [Fact]
    public void Without_repeats_nothing_can_be_told_apart() =>
        Assert.Equal([0, 2], BestComparison.NotDistinguishable(1, [Sample([1]), Sample([3]), Sample([2])]));

    /// <summary>Equal values are no difference, and so they need no noise.</summary>
    [Fact]
    public void Differences_of_zero_are_not_distinguishable() =>
        Assert.Equal(1, new PairwiseComparison(Sample([3, 4, 5])).P(Sample([3, 4, 5])));

    [Fact]
    public void Constant_values_of_other_repeats_say_nothing_of_the_noise_unless_they_are_equal()
    {
        var best = new PairwiseComparison(Sample([3, 3]));

        Assert.Null(best.P(Sample([2, 2], 10)));
        Assert.Null(best.P(Sample([2, 2, 2], 10)));
        Assert.Equal(1, best.P(Sample([3, 3, 3], 10)));
    }

    /// <summary>
    /// 0.1 + 0.2 is 0.30000000000000004. The last digit says in which order an experiment adds, and is the same in each repeat.
    /// </summary>
    [Fact]
    public void What_differs_by_rounding_alone_is_equal()
    {
        double[] sums = [0.1 + 0.2, 0.1 + 0.2, 0.1 + 0.2];
        double[] numbers = [0.3, 0.3, 0.3];

        Assert.NotEqual(sums, numbers);
        Assert.Equal([1, 2], BestComparison.NotDistinguishable(0, [Sample(sums), Sample(numbers), Sample(numbers, firstRepeat: 10)]));
    }

    /// <summary>A p-value of 0.002833 is below 0.05 / 17 and above 0.05 / 18.</summary>
    [Theory]
    [InlineData(17, false)]
    [InlineData(18, true)]
    public void Every_comparison_raises_the_bar(int comparisons, bool alike)
    {
        var twins = Enumerable.Repeat(Sample(SleepData.Second), comparisons - 1);

        var result = BestComparison.NotDistinguishable(1, [Sample(SleepData.First), Sample(SleepData.Second), .. twins]);

        Assert.Equal(alike, result.Contains(0));
        Assert.Equal(Enumerable.Range(2, comparisons - 1), result.Where(i => i > 0));
    }

    /// <summary>With 17 comparisons that are made the sleep data are told apart, so these three are not counted.</summary>
    [Fact]
    public void Configurations_that_cannot_be_compared_do_not_raise_the_bar()
    {
        var twins = Enumerable.Repeat(Sample(SleepData.Second), 16);
        var single = Sample([1], firstRepeat: 100);

        var result = BestComparison.NotDistinguishable(
            1, [Sample(SleepData.First), Sample(SleepData.Second), single, Sample([]), Sample([double.NaN, 1, 2]), .. twins]);

        Assert.Equal([2, .. Enumerable.Range(5, 16)], result);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Configurations_that_are_not_finite_or_empty_are_in_no_result(double value)
    {
        Assert.Equal([3], BestComparison.NotDistinguishable(0, [Sample([1, 2]), Sample([1, value]), Sample([]), Sample([1, 2])]));
        Assert.Empty(BestComparison.NotDistinguishable(1, [Sample([1, 2]), Sample([1, value]), Sample([]), Sample([1, 2])]));
        Assert.Empty(BestComparison.NotDistinguishable(2, [Sample([1, 2]), Sample([1, value]), Sample([]), Sample([1, 2])]));
    }

    [Theory]
    [InlineData(1e300)]
    [InlineData(1e-300)]
    public void The_unit_of_the_values_changes_nothing(double unit)
    {
        var (first, second) = (SleepData.First.Select(v => v * unit), SleepData.Second.Select(v => v * unit));
        double[] far = [.. second.Select(v => v - (20 * unit))];

        var result = BestComparison.NotDistinguishable(
            1, [Sample([.. first]), Sample([.. second]), Sample([.. first], 100), Sample(far, 100)]);

        Assert.Equal([2], result);
    }

    [Fact]
    public void Twenty_thousand_configurations_are_compared_within_ten_seconds()
    {
        var random = new Noise(1);
        var samples = Enumerable.Range(0, 20_000).Select(_ => Sample([.. Enumerable.Range(0, 5).Select(_ => random.Next())])).ToList();
        BestComparison.NotDistinguishable(0, samples);

        var clock = Stopwatch.StartNew();
        BestComparison.NotDistinguishable(0, samples);

        // 10 ms are usual. The rest is for machines that are busy.
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 10);
    }

    private static Dictionary<string, double> Sample(double[] values, int firstRepeat = 0) =>
        values.Select((value, i) => (value, i)).ToDictionary(v => Key(firstRepeat + v.i), v => v.value);

    private static string Key(int repeat) => $$"""{"seed":{{repeat}}}""";
}
