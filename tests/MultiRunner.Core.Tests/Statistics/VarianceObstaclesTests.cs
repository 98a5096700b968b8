using MultiRunner.Statistics;
using Xunit;

namespace MultiRunner.Core.Tests.Statistics;

/// <summary>What the design does not allow.</summary>
public class VarianceObstaclesTests
{
    [Fact]
    public void No_factor_with_two_levels_is_said()
    {
        AssertObstacle(VarianceObstacle.TooFewLevels, SampleDesigns.Shares([[0, 3], [0, 3], [0, 3]], [1, 2, 3]));
        AssertObstacle(VarianceObstacle.TooFewLevels, VarianceShares.Of(1, []));
        AssertObstacle(VarianceObstacle.TooFewLevels, VarianceShares.Of(0, [new Observation([], 1), new Observation([], 2)]));
    }

    [Fact]
    public void Values_without_variance_are_said() =>
        AssertObstacle(VarianceObstacle.NoVariance, SampleDesigns.Shares([2, 2, 2], _ => 0.1));

    /// <summary>0.1 + 0.2 is not quite 0.3.</summary>
    [Fact]
    public void Variance_by_rounding_is_none() =>
        AssertObstacle(VarianceObstacle.NoVariance, SampleDesigns.Shares([2, 2, 2], row => row[0] == 0 ? 0.1 + 0.2 : 0.3));

    /// <summary>
    /// Every value of one factor occurs once; or three factors with two levels have four points, which they fit exactly.
    /// </summary>
    [Fact]
    public void Too_few_points_are_said()
    {
        AssertObstacle(VarianceObstacle.TooFewPoints, SampleDesigns.Shares([5], row => row[0]));
        AssertObstacle(VarianceObstacle.TooFewPoints, SampleDesigns.Shares([[0, 0, 0], [0, 1, 1], [1, 0, 1], [1, 1, 0]], [1, 2, 3, 5]));
    }

    /// <summary>A pair would explain exactly what the single factors leave, noise or not.</summary>
    [Fact]
    public void Pairs_that_would_leave_no_residual_are_in_the_residual()
    {
        var result = SampleDesigns.Shares([2, 3], row => row[0] * row[1]);

        Assert.Equal(VarianceObstacle.None, result.Obstacle);
        Assert.Equal(PairObstacle.TooFewPoints, result.PairObstacle);
        Assert.Equal([new(0), new(1)], result.Shares.Select(share => share.Term).OrderBy(term => term.First));
        Assert.Equal(2, result.Residual!.DegreesOfFreedom);
        Assert.Equal(1, result.Shares.Sum(share => share.Part.Share) + result.Residual.Share, 1e-12);
    }

    [Fact]
    public void One_factor_has_no_pairs() =>
        Assert.Equal(PairObstacle.NoPairs, SampleDesigns.Shares([[0], [0], [1], [1]], [1, 2, 3, 5]).PairObstacle);

    /// <summary>21 * 21 is more columns than 400.</summary>
    [Fact]
    public void Pairs_with_too_many_levels_are_in_the_residual()
    {
        var result = SampleDesigns.Shares([22, 22, 2], row => row[0] + row[2] + (row[1] % 2));

        Assert.Equal(PairObstacle.TooManyColumns, result.PairObstacle);
        Assert.Equal([new(0), new(1), new(2)], result.Shares.Select(share => share.Term).OrderBy(term => term.First));
        Assert.Equal(21 + 21 + 1, result.Shares.Sum(share => share.Part.DegreesOfFreedom));
    }

    /// <summary>As a learning rate that is drawn anew for each point.</summary>
    [Fact]
    public void A_factor_with_a_level_for_each_point_is_left_out()
    {
        var result = SampleDesigns.Shares([.. Enumerable.Range(0, 12).Select(i => new[] { i, i % 2, i % 3 })], row => row[1]);

        Assert.Equal([0], result.LeftOutFactors);
        Assert.Equal(1, result.Shares.Single(share => share.Term == new VarianceTerm(1)).Part.Share, 1e-12);
        Assert.Equal(12, result.Levels[0].Count);
    }

    [Fact]
    public void A_factor_with_more_levels_than_can_be_computed_with_is_left_out()
    {
        int[][] rows = [.. Enumerable.Range(0, 1000).Select(i => new[] { i / 2, i % 2 })];
        var result = SampleDesigns.Shares(rows, row => row[1] + (row[0] % 2));

        Assert.Equal([0], result.LeftOutFactors);
        Assert.Equal(0.5, Assert.Single(result.Shares).Part.Share, 1e-12);
    }

    private static void AssertObstacle(VarianceObstacle obstacle, VarianceShares result)
    {
        Assert.Equal((obstacle, PairObstacle.NoPairs), (result.Obstacle, result.PairObstacle));
        Assert.Empty(result.Shares);
        Assert.Empty(result.Aliased);
        Assert.Null(result.Residual);
    }
}
