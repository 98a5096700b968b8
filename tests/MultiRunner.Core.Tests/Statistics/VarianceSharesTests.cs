using System.Diagnostics;
using MultiRunner.Statistics;
using Xunit;

namespace MultiRunner.Core.Tests.Statistics;

public class VarianceSharesTests
{
    [Fact]
    public void A_factor_that_does_everything_has_the_whole_variance()
    {
        var result = SampleDesigns.Shares([3, 2, 2], row => row[0] == 0 ? 1 : row[0] == 1 ? 5 : 2);

        Assert.Equal(new VarianceTerm(0), result.Shares[0].Term);
        Assert.Equal(1, result.Shares[0].Part.Share, 1e-12);
        Assert.All(result.Shares.Skip(1), share => Assert.Equal(0, share.Part.Share, 1e-12));
        Assert.Equal(0, result.Residual!.Share, 1e-12);
    }

    [Fact]
    public void What_two_factors_do_only_together_is_the_share_of_the_pair()
    {
        var result = SampleDesigns.Shares([2, 2, 3], row => row[0] == row[1] ? 1 : 0);

        Assert.Equal(new VarianceTerm(0, 1), result.Shares[0].Term);
        Assert.Equal(1, result.Shares[0].Part.Share, 1e-12);
    }

    [Fact]
    public void A_design_is_factorial_when_all_combinations_are_there_equally_often()
    {
        int[][] grid = [.. SampleDesigns.Grid([3, 2, 2])];
        Assert.True(IsFactorial(grid));
        Assert.True(IsFactorial([.. grid, .. grid]));
        Assert.False(IsFactorial(grid[1..]));
        Assert.False(IsFactorial([.. grid, grid[0]]));
        Assert.False(IsFactorial([.. grid[1..], grid[1]]));
        Assert.False(IsFactorial([[0, 0, 0], [0, 1, 1], [1, 0, 1], [1, 1, 0]]));

        static bool IsFactorial(int[][] rows) => SampleDesigns.Shares(rows, row => row[0]).IsFactorial;
    }

    /// <summary>Two values of one factor are more frequent at the better value of the other. The raw means blame it for that.</summary>
    [Fact]
    public void Adjusted_means_are_those_of_a_balanced_grid()
    {
        int[][] rows = [[0, 0], [0, 0], [0, 0], [0, 1], [1, 0], [1, 1], [1, 1], [1, 1], [2, 1], [2, 0], [2, 1]];
        var result = SampleDesigns.Shares(rows, row => 10 + row[0] + (6 * row[1]));

        Assert.False(result.IsBalanced);
        Assert.Equal([11.5, 15.5, 16], result.Levels[0].Select(level => level.Mean));
        Assert.Equal([13, 14, 15], result.Levels[0].Select(level => level.AdjustedMean!.Value), Close);
        Assert.Equal([11, 17], result.Levels[1].Select(level => level.AdjustedMean!.Value), Close);
    }

    [Fact]
    public void Standard_error_of_a_mean_is_the_deviation_by_the_root_of_the_number()
    {
        var level = SampleDesigns.Shares([[0], [0], [0], [0], [1]], [2, 4, 4, 6, 1]).Levels[0];

        Assert.Equal(new LevelMean(0, 4, 4, Math.Sqrt(8.0 / 3) / 2, 4), level[0] with { AdjustedMean = 4 });
        Assert.Equal(new LevelMean(1, 1, 1, null, 1), level[1] with { AdjustedMean = 1 });
    }

    /// <summary>What three factors do only together is lack of fit; what the repeats do is pure error.</summary>
    [Fact]
    public void Residual_is_split_when_there_are_repeats()
    {
        int[][] grid = [.. SampleDesigns.Grid([2, 2, 2])];
        var values = grid.Select(row => row.Sum() % 2).ToList();
        var result = SampleDesigns.Shares([.. grid, .. grid], [.. values.Select(v => v + 0.5), .. values.Select(v => v - 0.5)]);

        Assert.Equal(new VariancePart(1, 4, 0.5), result.LackOfFit);
        Assert.Equal(new VariancePart(8, 4, 0.5), result.PureError);
        Assert.Equal(9, result.Residual!.DegreesOfFreedom);
    }

    [Fact]
    public void Without_repeats_the_residual_is_not_split()
    {
        Assert.Null(SampleDesigns.Shares([2, 2, 2], row => row.Sum() % 2).PureError);
        var unknown = VarianceShares.Of(1, [new([0], 1), new([0], 2), new([1], 3), new([1], 5)]);
        Assert.Null(unknown.PureError);
        Assert.Null(unknown.LackOfFit);
    }

    /// <summary>A diverged point must show in the mean of its level, and must not make a number of every other one.</summary>
    [Theory]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NaN)]
    public void What_is_not_finite_is_left_out_of_the_shares_and_not_of_the_means(double value)
    {
        int[][] rows = [[0, 0], [0, 1], [1, 0], [1, 1], [0, 0], [0, 1], [1, 0], [1, 1]];
        var result = SampleDesigns.Shares(rows, [1, 2, 3, value, 2, 2, 3, 4]);

        Assert.Equal((7, 1), (result.Observations, result.LeftOut));
        Assert.Equal(VarianceObstacle.None, result.Obstacle);
        Assert.Equal(new LevelMean(1, 4, value, null, null), result.Levels[0][1]);
        Assert.NotNull(result.Levels[0][0].AdjustedMean);
    }

    /// <summary>A point of older code has no value of a parameter that came later.</summary>
    [Fact]
    public void What_lacks_a_level_is_left_out_of_the_shares_and_counts_for_the_levels_that_it_has()
    {
        var result = SampleDesigns.Shares([[0, 0], [0, 1], [1, 0], [1, 1], [0, 0], [1, -1]], [1, 2, 3, 4, 2, 100]);

        Assert.Equal((5, 1), (result.Observations, result.LeftOut));
        Assert.Equal(3, result.Levels[0][1].Count);
        Assert.Equal([0, 1], result.Levels[1].Select(level => level.Level));
        Assert.Equal(5, result.Levels[1].Sum(level => level.Count));
    }

    [Fact]
    public void The_largest_numbers_have_shares()
    {
        var result = SampleDesigns.Shares([2, 2, 2], row => row[0] == 0 ? double.MaxValue : -double.MaxValue);

        Assert.Equal(1, result.Shares[0].Part.Share, 1e-12);
    }

    [Theory]
    [InlineData(6, 5)]
    [InlineData(27, 2)]
    [InlineData(10, 3)]
    public void A_hundred_thousand_observations_are_judged_within_a_minute(int factors, int levels)
    {
        var noise = new Noise(1);
        var random = new Random(1);
        var observations = Enumerable.Range(0, 100_000)
            .Select(_ => new Observation([.. Enumerable.Range(0, factors).Select(_ => random.Next(levels))], noise.Next())).ToList();

        var clock = Stopwatch.StartNew();
        var result = VarianceShares.Of(factors, observations);

        Assert.Equal(PairObstacle.None, result.PairObstacle);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 60);
    }

    private static bool Close(double expected, double actual) => Math.Abs(expected - actual) < 1e-9;
}
