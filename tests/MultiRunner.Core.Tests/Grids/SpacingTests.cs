using MultiRunner.Grids;
using Xunit;

namespace MultiRunner.Core.Tests.Grids;

public class SpacingTests
{
    [Fact]
    public void Range_includes_its_end_and_has_no_rounding_noise() =>
        Assert.Equal([0.1, 0.2, 0.3, 0.4, 0.5], Spacing.Range("axis", 0.1, 0.5, 0.1));

    [Fact]
    public void Range_has_no_rounding_noise_around_zero() =>
        Assert.Equal([-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3], Spacing.Range("axis", -0.3, 0.3, 0.1));

    [Fact]
    public void Range_has_no_rounding_noise_far_from_its_start()
    {
        var values = Spacing.Range("axis", -100, 100, 0.1);

        Assert.Equal(2001, values.Length);
        Assert.Equal([-0.1, 0, 0.1, 0.2], values[999..1003]);
        Assert.Equal([99.9, 100], values[^2..]);
    }

    /// <summary>In binary these quotients are up to a ten-millionth below a whole number.</summary>
    [Theory]
    [InlineData(100000.0, 100000.01, 0.001, 11)]
    [InlineData(2460000.0, 2460000.3, 0.1, 4)]
    [InlineData(2460000.3, 2460000.0, -0.1, 4)]
    [InlineData(20240000.0, 20240000.7, 0.1, 8)]
    public void Range_includes_its_end_far_from_zero(double from, double to, double step, int count)
    {
        var values = Spacing.Range("axis", from, to, step);

        Assert.Equal((count, to), (values.Length, values[^1]));
    }

    [Fact]
    public void Range_over_all_numbers() => Assert.Equal([-1e308, 0, 1e308], Spacing.Range("axis", -1e308, 1e308, 1e308));

    [Fact]
    public void Range_stops_before_an_end_that_no_step_meets() =>
        Assert.Equal([0, 0.3, 0.6, 0.9], Spacing.Range("axis", 0, 1, 0.3));

    [Fact]
    public void Range_counts_down_with_a_negative_step() =>
        Assert.Equal([1, 0.5, 0, -0.5, -1], Spacing.Range("axis", 1, -1, -0.5));

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(0.001)]
    public void Range_from_a_number_to_itself_is_that_number(double step) =>
        Assert.Equal([0.7], Spacing.Range("axis", 0.7, 0.7, step));

    [Fact]
    public void Range_with_a_step_beyond_its_end_is_its_start() =>
        Assert.Equal([3d], Spacing.Range("axis", 3d, 4d, 100d));

    [Fact]
    public void Range_takes_a_step_that_all_but_meets_the_end_as_meeting_it_and_never_passes_it() =>
        Assert.Equal([0, 0.33333333335, 0.6666666667, 1], Spacing.Range("axis", 0, 1, 0.33333333335));

    [Fact]
    public void Range_of_whole_doubles_is_exact_beyond_fifteen_digits() =>
        Assert.Equal([9007199254740989d, 9007199254740990d, 9007199254740991d], Spacing.Range("axis", 9007199254740989d, 9007199254740991d, 1d));

    [Fact]
    public void Range_of_longs()
    {
        Assert.Equal([1L, 2L, 3L], Spacing.Range("axis", 1L, 3L, 1L));
        Assert.Equal([1L, 4L], Spacing.Range("axis", 1L, 6L, 3L));
        Assert.Equal([5L, 3L, 1L], Spacing.Range("axis", 5L, 0L, -2L));
        Assert.Equal([7L], Spacing.Range("axis", 7L, 7L, -1L));
        Assert.Equal([9007199254740993L, 9007199254740994L], Spacing.Range("axis", 9007199254740993L, 9007199254740994L, 1L));
        Assert.Equal([long.MaxValue - 1, long.MaxValue], Spacing.Range("axis", long.MaxValue - 1, long.MaxValue, 1L));
        Assert.Equal([long.MinValue, -1, long.MaxValue - 1], Spacing.Range("axis", long.MinValue, long.MaxValue, long.MaxValue));
        Assert.Equal([0, long.MinValue], Spacing.Range("axis", 0L, long.MinValue, long.MinValue));
    }

    [Fact]
    public void Range_reaches_the_largest_number() =>
        Assert.Equal([0, double.MaxValue], Spacing.Range("axis", 0, double.MaxValue, double.MaxValue));

    [Fact]
    public void Range_of_tiny_numbers() =>
        Assert.Equal([1E-300, 2E-300, 3E-300], Spacing.Range("axis", 1E-300, 3E-300, 1E-300));

    [Fact]
    public void Range_may_have_as_many_values_as_the_limit() =>
        Assert.Equal([1d, 2d, 3d], Spacing.Range("axis", 1d, 3d, 1d, maxPoints: 3));

    [Fact]
    public void Linear_includes_both_ends() =>
        Assert.Equal([0, 0.25, 0.5, 0.75, 1], Spacing.Linear("axis", 0, 1, 5));

    [Fact]
    public void Linear_has_no_rounding_noise() =>
        Assert.Equal([-0.1, 0, 0.1, 0.2], Spacing.Linear("axis", -0.1, 0.2, 4));

    [Fact]
    public void Linear_rounds_to_fifteen_digits() =>
        Assert.Equal([0, 0.333333333333333, 0.666666666666667, 1], Spacing.Linear("axis", 0, 1, 4));

    [Fact]
    public void Linear_counts_down() =>
        Assert.Equal([10, 5, 0], Spacing.Linear("axis", 10, 0, 3));

    [Fact]
    public void Linear_keeps_its_ends_to_the_last_bit() =>
        Assert.Equal([0.1 + 0.2, 1.0 / 3], Spacing.Linear("axis", 0.1 + 0.2, 1.0 / 3, 2));

    [Fact]
    public void Linear_spans_all_numbers() =>
        Assert.Equal([-double.MaxValue, 0, double.MaxValue], Spacing.Linear("axis", -double.MaxValue, double.MaxValue, 3));

    [Fact]
    public void Logarithmic_has_a_constant_ratio() =>
        Assert.Equal([0.001, 0.01, 0.1], Spacing.Logarithmic("axis", 0.001, 0.1, 3));

    [Fact]
    public void Logarithmic_rounds_to_fifteen_digits() =>
        Assert.Equal([1, 3.16227766016838, 10], Spacing.Logarithmic("axis", 1, 10, 3));

    [Fact]
    public void Logarithmic_of_powers_of_two_is_whole() =>
        Assert.Equal([32, 64, 128, 256, 512, 1024], Spacing.Logarithmic("axis", 32, 1024, 6));

    [Fact]
    public void Noise_of_the_ends_stays_there()
    {
        Assert.Equal([0.1 + 0.2, 0.4, 0.5, 0.6], Spacing.Range("axis", 0.1 + 0.2, 0.65, 0.1));
        Assert.Equal([0.1 + 0.2, 0.5, 0.7], Spacing.Linear("axis", 0.1 + 0.2, 0.7, 3));
        Assert.Equal([0.1 + 0.2, 3, 30], Spacing.Logarithmic("axis", 0.1 + 0.2, 30, 3));
    }

    [Fact]
    public void A_whole_number_is_not_taken_for_a_shorter_one_near_it()
    {
        Assert.Equal([0, 10_000_000_000_001, 20_000_000_000_002], Spacing.Linear("axis", 0, 20_000_000_000_002, 3));
        Assert.Equal([0, 1_000_000_000_000_001, 2_000_000_000_000_002], Spacing.Linear("axis", 0, 2_000_000_000_000_002, 3));
    }

    [Fact]
    public void Linear_has_no_noise_around_zero_between_large_numbers() =>
        Assert.Equal([-1e20, 0, 1e20, 2e20], Spacing.Linear("axis", -1e20, 2e20, 4));

    [Fact]
    public void Values_that_are_close_together_keep_all_their_digits()
    {
        var close = Math.BitIncrement(Math.BitIncrement(1.0));

        Assert.Equal([1, Math.BitIncrement(1.0), close], Spacing.Linear("axis", 1, close, 3));
        Assert.Equal([1, Math.BitIncrement(1.0), close], Spacing.Logarithmic("axis", 1, close, 3));
    }

    [Fact]
    public void Logarithmic_counts_down() =>
        Assert.Equal([1000, 100, 10, 1], Spacing.Logarithmic("axis", 1000, 1, 4));

    [Fact]
    public void Logarithmic_works_below_zero() =>
        Assert.Equal([-1, -10, -100], Spacing.Logarithmic("axis", -1, -100, 3));

    [Fact]
    public void Logarithmic_spans_all_positive_numbers() =>
        Assert.Equal([double.Epsilon, 2.99807699606124E-08, double.MaxValue], Spacing.Logarithmic("axis", double.Epsilon, double.MaxValue, 3));

    [Fact]
    public void A_count_of_one_is_the_first_end()
    {
        Assert.Equal([0.2], Spacing.Linear("axis", 0.2, 7, 1));
        Assert.Equal([0.2], Spacing.Logarithmic("axis", 0.2, 7, 1));
    }
}
