using System.Diagnostics;
using MultiRunner.Statistics;
using Xunit;

namespace MultiRunner.Core.Tests.Statistics;

public class VarianceSharesTests
{
    [Fact]
    public void A_factor_that_does_everything_has_the_whole_variance()
    {
        var result = Of([3, 2, 2], row => row[0] == 0 ? 1 : row[0] == 1 ? 5 : 2);

        Assert.Equal(new VarianceTerm(0), result.Shares[0].Term);
        Assert.Equal(1, result.Shares[0].Part.Share, 1e-12);
        Assert.All(result.Shares.Skip(1), share => Assert.Equal(0, share.Part.Share, 1e-12));
        Assert.Equal(0, result.Residual!.Share, 1e-12);
    }

    [Fact]
    public void What_two_factors_do_only_together_is_the_share_of_the_pair()
    {
        var result = Of([2, 2, 3], row => row[0] == row[1] ? 1 : 0);

        Assert.Equal(new VarianceTerm(0, 1), result.Shares[0].Term);
        Assert.Equal(1, result.Shares[0].Part.Share, 1e-12);
    }

    /// <summary>Two values of one factor are more frequent at the better value of the other. The raw means blame it for that.</summary>
    [Fact]
    public void Adjusted_means_are_those_of_a_balanced_grid()
    {
        int[][] rows = [[0, 0], [0, 0], [0, 0], [0, 1], [1, 0], [1, 1], [1, 1], [1, 1], [2, 1], [2, 0], [2, 1]];
        var result = Of(rows, row => 10 + row[0] + (6 * row[1]));

        Assert.False(result.IsBalanced);
        Assert.Equal([11.5, 15.5, 16], result.Levels[0].Select(level => level.Mean));
        Assert.Equal([13, 14, 15], result.Levels[0].Select(level => level.AdjustedMean!.Value), Close);
        Assert.Equal([11, 17], result.Levels[1].Select(level => level.AdjustedMean!.Value), Close);
    }

    [Fact]
    public void Standard_error_of_a_mean_is_the_deviation_by_the_root_of_the_number()
    {
        var level = Of([[0], [0], [0], [0], [1]], [2, 4, 4, 6, 1]).Levels[0];

        Assert.Equal(new LevelMean(0, 4, 4, Math.Sqrt(8.0 / 3) / 2, 4), level[0] with { AdjustedMean = 4 });
        Assert.Equal(new LevelMean(1, 1, 1, null, 1), level[1] with { AdjustedMean = 1 });
    }

    [Fact]
    public void No_factor_with_two_levels_is_said()
    {
        AssertObstacle(VarianceObstacle.TooFewLevels, Of([[0, 3], [0, 3], [0, 3]], [1, 2, 3]));
        AssertObstacle(VarianceObstacle.TooFewLevels, VarianceShares.Of(1, []));
        AssertObstacle(VarianceObstacle.TooFewLevels, VarianceShares.Of(0, [new Observation([], 1), new Observation([], 2)]));
    }

    [Fact]
    public void Values_without_variance_are_said() => AssertObstacle(VarianceObstacle.NoVariance, Of([2, 2, 2], _ => 0.1));

    /// <summary>0.1 + 0.2 is not quite 0.3.</summary>
    [Fact]
    public void Variance_by_rounding_is_none() => AssertObstacle(VarianceObstacle.NoVariance, Of([2, 2, 2], row => row[0] == 0 ? 0.1 + 0.2 : 0.3));

    /// <summary>Every value of one factor occurs once; or three factors with two levels have four points, which they fit exactly.</summary>
    [Fact]
    public void Too_few_points_are_said()
    {
        AssertObstacle(VarianceObstacle.TooFewPoints, Of([5], row => row[0]));
        AssertObstacle(VarianceObstacle.TooFewPoints, Of([[0, 0, 0], [0, 1, 1], [1, 0, 1], [1, 1, 0]], [1, 2, 3, 5]));
    }

    /// <summary>A pair would explain exactly what the single factors leave, noise or not.</summary>
    [Fact]
    public void Pairs_that_would_leave_no_residual_are_in_the_residual()
    {
        var result = Of([2, 3], row => row[0] * row[1]);

        Assert.Equal(VarianceObstacle.None, result.Obstacle);
        Assert.Equal(PairObstacle.TooFewPoints, result.PairObstacle);
        Assert.Equal([new(0), new(1)], result.Shares.Select(share => share.Term).OrderBy(term => term.First));
        Assert.Equal(2, result.Residual!.DegreesOfFreedom);
        Assert.Equal(1, result.Shares.Sum(share => share.Part.Share) + result.Residual.Share, 1e-12);
    }

    [Fact]
    public void One_factor_has_no_pairs() => Assert.Equal(PairObstacle.NoPairs, Of([[0], [0], [1], [1]], [1, 2, 3, 5]).PairObstacle);

    /// <summary>21 * 21 is more columns than 400.</summary>
    [Fact]
    public void Pairs_with_too_many_levels_are_in_the_residual()
    {
        var result = Of([22, 22, 2], row => row[0] + row[2] + (row[1] % 2));

        Assert.Equal(PairObstacle.TooManyColumns, result.PairObstacle);
        Assert.Equal([new(0), new(1), new(2)], result.Shares.Select(share => share.Term).OrderBy(term => term.First));
        Assert.Equal(21 + 21 + 1, result.Shares.Sum(share => share.Part.DegreesOfFreedom));
    }

    /// <summary>As a learning rate that is drawn anew for each point.</summary>
    [Fact]
    public void A_factor_with_a_level_for_each_point_is_left_out()
    {
        var result = Of([.. Enumerable.Range(0, 12).Select(i => new[] { i, i % 2, i % 3 })], row => row[1]);

        Assert.Equal([0], result.LeftOutFactors);
        Assert.Equal(1, result.Shares.Single(share => share.Term == new VarianceTerm(1)).Part.Share, 1e-12);
        Assert.Equal(12, result.Levels[0].Count);
    }

    [Fact]
    public void A_factor_with_more_levels_than_can_be_computed_with_is_left_out()
    {
        var result = Of([.. Enumerable.Range(0, 1000).Select(i => new[] { i / 2, i % 2 })], row => row[1] + (row[0] % 2));

        Assert.Equal([0], result.LeftOutFactors);
        Assert.Equal(0.5, Assert.Single(result.Shares).Part.Share, 1e-12);
    }

    /// <summary>The optimizer decides which momentum there is, so nobody can say which of them it is. The depth is told all the same.</summary>
    [Fact]
    public void Factors_that_change_together_are_named_with_what_they_explain_together()
    {
        int[][] settings = [[0, 0], [1, 1], [1, 2]];
        int[][] rows = [.. settings.SelectMany(s => Enumerable.Range(0, 3).Select(depth => (int[])[.. s, depth]))];
        var result = Of(rows, row => (3 * row[0]) + (row[1] == 2 ? 1 : 0) + row[2]);

        Assert.Equal(VarianceObstacle.None, result.Obstacle);
        Assert.Contains(new VarianceTerm(2), result.Shares.Select(share => share.Term));
        var together = result.Aliased[0];
        Assert.Equal([new(0), new(1)], together.Terms);
        Assert.Equal(2, together.Part.DegreesOfFreedom);
        var depth = result.Shares.Single(share => share.Term == new VarianceTerm(2));
        Assert.Equal(1, together.Part.Share + depth.Part.Share, 1e-12);
        Assert.All(result.Levels.SelectMany(levels => levels), level => Assert.Null(level.AdjustedMean));
    }

    [Fact]
    public void Factors_that_all_change_together_have_no_shares()
    {
        var result = Of([[0, 0], [0, 0], [1, 1], [1, 1]], [1, 2, 5, 6]);

        Assert.Equal(VarianceObstacle.AliasedLevels, result.Obstacle);
        Assert.Empty(result.Shares);
        Assert.Equal([new(0), new(1)], result.Aliased[0].Terms);
        Assert.Equal(16.0 / 17, result.Aliased[0].Part.Share, 1e-12);
    }

    /// <summary>Half of the grid of four factors: 0 and 1 do together what 2 and 3 do. The pairs of 0 and 1 with 4 are told apart.</summary>
    [Fact]
    public void Pairs_that_cannot_be_told_apart_are_named()
    {
        int[][] rows = [.. SampleDesigns.Grid([2, 2, 2, 2, 2]).Where(row => row[..4].Sum() % 2 == 0)];
        var result = Of(rows, row => (row[0] == row[1] ? 4 : 0) + (row[0] == row[4] ? 2 : 0) + row[3]);

        Assert.Equal([[new(0, 1), new(2, 3)], [new(0, 2), new(1, 3)], [new(0, 3), new(1, 2)]], result.Aliased.Select(a => a.Terms).OrderBy(t => t[0].Second));
        Assert.Equal(64, result.Aliased[0].Part.SumOfSquares, 1e-9);
        Assert.Equal(16, result.Shares.Single(share => share.Term == new VarianceTerm(0, 4)).Part.SumOfSquares, 1e-9);
        Assert.Equal(4, result.Shares.Single(share => share.Term == new VarianceTerm(3)).Part.SumOfSquares, 1e-9);
    }

    /// <summary>Half of the grid of three factors: each pair does what the third factor does.</summary>
    [Fact]
    public void Pairs_that_are_single_factors_in_disguise_explain_nothing()
    {
        int[][] half = [.. SampleDesigns.Grid([2, 2, 2]).Where(row => row.Sum() % 2 == 0)];
        var result = Of([.. half, .. half], [1, 2, 3, 7, 2, 1, 3, 5]);

        Assert.Equal(3, result.Shares.Count);
        Assert.All(result.Shares, share => Assert.Null(share.Term.Second));
        Assert.Equal([new(0, 1), new(0, 2), new(1, 2)], result.Aliased.Select(a => Assert.Single(a.Terms)));
        Assert.All(result.Aliased, a => Assert.Equal(new VariancePart(0, 0, 0), a.Part));
    }

    /// <summary>A constraint forbids one of nine combinations: the pair has 3 degrees of freedom in place of 4.</summary>
    [Fact]
    public void A_missing_combination_costs_a_degree_of_freedom()
    {
        int[][] rows = [.. SampleDesigns.Grid([3, 3, 2]).Where(row => row[0] + row[1] < 4)];
        var result = Of(rows, row => row[0] * row[1]);

        Assert.Empty(result.Aliased);
        Assert.Equal(3, result.Shares.Single(share => share.Term == new VarianceTerm(0, 1)).Part.DegreesOfFreedom);
    }

    /// <summary>What three factors do only together is lack of fit; what the repeats do is pure error.</summary>
    [Fact]
    public void Residual_is_split_when_there_are_repeats()
    {
        int[][] grid = [.. SampleDesigns.Grid([2, 2, 2])];
        var result = Of([.. grid, .. grid], [.. grid.Select(row => row.Sum() % 2 + 0.5), .. grid.Select(row => row.Sum() % 2 - 0.5)]);

        Assert.Equal(new VariancePart(1, 4, 0.5), result.LackOfFit);
        Assert.Equal(new VariancePart(8, 4, 0.5), result.PureError);
        Assert.Equal(9, result.Residual!.DegreesOfFreedom);
    }

    [Fact]
    public void Without_repeats_the_residual_is_not_split()
    {
        Assert.Null(Of([2, 2, 2], row => row.Sum() % 2).PureError);
        var unknown = Of([[0], [0], [1], [1]], [1, 2, 3, 5], configurations: false);
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
        var result = Of(rows, [1, 2, 3, value, 2, 2, 3, 4]);

        Assert.Equal((7, 1), (result.Observations, result.LeftOut));
        Assert.Equal(VarianceObstacle.None, result.Obstacle);
        Assert.Equal(new LevelMean(1, 4, value, null, null), result.Levels[0][1]);
        Assert.NotNull(result.Levels[0][0].AdjustedMean);
    }

    /// <summary>A point of older code has no value of a parameter that came later.</summary>
    [Fact]
    public void What_lacks_a_level_is_left_out_of_the_shares_and_counts_for_the_levels_that_it_has()
    {
        var result = Of([[0, 0], [0, 1], [1, 0], [1, 1], [0, 0], [1, -1]], [1, 2, 3, 4, 2, 100]);

        Assert.Equal((5, 1), (result.Observations, result.LeftOut));
        Assert.Equal(3, result.Levels[0][1].Count);
        Assert.Equal([0, 1], result.Levels[1].Select(level => level.Level));
        Assert.Equal(5, result.Levels[1].Sum(level => level.Count));
    }

    [Fact]
    public void The_largest_numbers_have_shares()
    {
        var result = Of([2, 2, 2], row => row[0] == 0 ? double.MaxValue : -double.MaxValue);

        Assert.Equal(1, result.Shares[0].Part.Share, 1e-12);
    }

    [Theory]
    [InlineData(6, 5)]
    [InlineData(27, 2)]
    [InlineData(10, 3)]
    public void A_hundred_thousand_observations_take_a_few_seconds_at_most(int factors, int levels)
    {
        var noise = new Noise(1);
        var random = new Random(1);
        var observations = Enumerable.Range(0, 100_000)
            .Select(_ => new Observation([.. Enumerable.Range(0, factors).Select(_ => random.Next(levels))], noise.Next())).ToList();

        var clock = Stopwatch.StartNew();
        var result = VarianceShares.Of(factors, observations);

        Assert.Equal(PairObstacle.None, result.PairObstacle);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 10);
    }

    private static bool Close(double expected, double actual) => Math.Abs(expected - actual) < 1e-9;

    private static void AssertObstacle(VarianceObstacle obstacle, VarianceShares result)
    {
        Assert.Equal((obstacle, PairObstacle.NoPairs), (result.Obstacle, result.PairObstacle));
        Assert.Empty(result.Shares);
        Assert.Empty(result.Aliased);
        Assert.Null(result.Residual);
    }

    private static VarianceShares Of(int[] levelCounts, Func<int[], double> value) => Of([.. SampleDesigns.Grid(levelCounts)], value);

    private static VarianceShares Of(int[][] rows, Func<int[], double> value) => Of(rows, [.. rows.Select(value)]);

    private static VarianceShares Of(int[][] rows, double[] values, bool configurations = true)
    {
        var observations = rows.Select((row, i) => new Observation(row, values[i], configurations ? row.Aggregate(0, (n, level) => (1000 * n) + level) : null));
        return VarianceShares.Of(rows[0].Length, [.. observations]);
    }
}
