using MultiRunner.Statistics;
using Xunit;

namespace MultiRunner.Core.Tests.Statistics;

/// <summary>Levels that change together.</summary>
public class AliasedTermsTests
{
    /// <summary>
    /// The optimizer decides which momentum there is, so nobody can say which of them it is. The depth is told all the same.
    /// </summary>
    [Fact]
    public void Factors_that_change_together_are_named_with_what_they_explain_together()
    {
        int[][] settings = [[0, 0], [1, 1], [1, 2]];
        int[][] rows = [.. settings.SelectMany(s => Enumerable.Range(0, 3).Select(depth => (int[])[.. s, depth]))];
        var result = SampleDesigns.Shares(rows, row => (3 * row[0]) + (row[1] == 2 ? 1 : 0) + row[2]);

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
        var result = SampleDesigns.Shares([[0, 0], [0, 0], [1, 1], [1, 1]], [1, 2, 5, 6]);

        Assert.Equal(VarianceObstacle.AliasedLevels, result.Obstacle);
        Assert.Empty(result.Shares);
        Assert.Equal([new(0), new(1)], result.Aliased[0].Terms);
        Assert.Equal(16.0 / 17, result.Aliased[0].Part.Share, 1e-12);
    }

    /// <summary>
    /// Half of the grid of four factors: 0 and 1 do together what 2 and 3 do. The pairs of 0 and 1 with 4 are told apart.
    /// </summary>
    [Fact]
    public void Pairs_that_cannot_be_told_apart_are_named()
    {
        int[][] rows = [.. SampleDesigns.Grid([2, 2, 2, 2, 2]).Where(row => row[..4].Sum() % 2 == 0)];
        var result = SampleDesigns.Shares(rows, row => (row[0] == row[1] ? 4 : 0) + (row[0] == row[4] ? 2 : 0) + row[3]);

        Assert.Equal(
            [[new(0, 1), new(2, 3)], [new(0, 2), new(1, 3)], [new(0, 3), new(1, 2)]],
            result.Aliased.Select(a => a.Terms).OrderBy(t => t[0].Second));
        Assert.Equal(64, result.Aliased[0].Part.SumOfSquares, 1e-9);
        Assert.Equal(16, result.Shares.Single(share => share.Term == new VarianceTerm(0, 4)).Part.SumOfSquares, 1e-9);
        Assert.Equal(4, result.Shares.Single(share => share.Term == new VarianceTerm(3)).Part.SumOfSquares, 1e-9);
    }

    /// <summary>Half of the grid of three factors: each pair does what the third factor does.</summary>
    [Fact]
    public void Pairs_that_are_single_factors_in_disguise_explain_nothing()
    {
        int[][] half = [.. SampleDesigns.Grid([2, 2, 2]).Where(row => row.Sum() % 2 == 0)];
        var result = SampleDesigns.Shares([.. half, .. half], [1, 2, 3, 7, 2, 1, 3, 5]);

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
        var result = SampleDesigns.Shares(rows, row => row[0] * row[1]);

        Assert.Empty(result.Aliased);
        Assert.Equal(3, result.Shares.Single(share => share.Term == new VarianceTerm(0, 1)).Part.DegreesOfFreedom);
    }
}
