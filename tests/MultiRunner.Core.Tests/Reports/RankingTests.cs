using MultiRunner.Format;
using MultiRunner.Reports.Writing;
using Xunit;

namespace MultiRunner.Core.Tests.Reports;

public class RankingTests
{
    [Theory]
    [InlineData(true, new[] { 2, 0, 3, 4, 6, 1, 5 })]
    [InlineData(false, new[] { 6, 4, 0, 3, 2, 1, 5 })]
    public async Task NaN_is_worst_and_equals_keep_their_order(bool maximize, int[] order)
    {
        using var sweep = With([1, double.NaN, double.PositiveInfinity, 1, -0.5, double.NaN, double.NegativeInfinity], new Objective("Score", maximize));
        var report = await sweep.Read();
        Assert.Equal(order, report.Best.SelectMany(c => c.Points));
    }

    [Fact]
    public async Task The_best_ten_are_ranked_and_all_points_are_kept()
    {
        using var sweep = With([.. Enumerable.Range(0, 25).Select(i => (double)i)]);
        var report = await sweep.Read();
        Assert.Equal([24, 23, 22, 21, 20, 19, 18, 17, 16, 15], report.Best.SelectMany(c => c.Points));
        Assert.Equal(Enumerable.Range(0, 25), report.Points.Select(p => p.Index));
    }

    [Fact]
    public async Task Results_without_the_metric_are_named_and_not_ranked()
    {
        using var sweep = With([1, 2]);
        sweep.Finish(1, SampleSweeps.NodeA, 1, ("other", 5));
        var report = await sweep.Read();
        Assert.Equal([0], report.Best.SelectMany(c => c.Points));
        Assert.Equal(["1 of 2 results lack the metric 'score' and are not ranked: point 1."], report.Warnings);
    }

    [Fact]
    public async Task Only_NaN_is_no_best_point()
    {
        using var sweep = With([double.NaN]);
        var report = await sweep.Read();
        Assert.Equal("No best point: score is NaN wherever it was measured.", Headline.Best(report));
    }

    private static SweepOnDisk With(double[] scores) => With(scores, new Objective("score", Maximize: true));

    private static SweepOnDisk With(double[] scores, Objective objective)
    {
        var sweep = new SweepOnDisk();
        sweep.Axes("S.M", objective, ("seed", [.. Enumerable.Range(0, scores.Length).Cast<object?>()]));
        for (var i = 0; i < scores.Length; i++)
            sweep.Finish(i, SampleSweeps.NodeA, 1, ("score", scores[i]));
        return sweep;
    }
}
