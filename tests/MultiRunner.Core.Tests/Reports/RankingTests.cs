using MultiRunner.Format;
using MultiRunner.Reports.Formatting;
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

    [Fact]
    public async Task Equal_values_share_a_rank_and_the_next_one_counts_all_of_them()
    {
        using var sweep = With([2, 3, 1, 3, 1, 0]);
        var report = await sweep.Read();
        Assert.Equal([(1, 1, 2), (3, 1, 2), (0, 3, 1), (2, 4, 2), (4, 4, 2), (5, 6, 1)], report.Best.Select(c => (c.Members[0].Index, c.Rank!.Value, c.Tied ?? 1)));
        Assert.Equal("Best: score = 3 at 2 tied points, the first: point 1: seed = 1.", Headline.Best(report));
    }

    [Fact]
    public async Task Of_many_points_that_are_equally_good_none_is_said_to_be_the_best()
    {
        using var sweep = With([.. Enumerable.Range(0, 405).Select(i => i % 2 == 0 && i <= 400 ? 1.0 : 0.5)]);
        var report = await sweep.Read();
        Assert.Equal("Best: score = 1 at 201 tied points, the first: point 0: seed = 0.", Headline.Best(report));
        Assert.Contains("\n= is a tie. Rank 1 is shared by 201, and 10 of them are shown.\n", TextReport.Print(report), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, double.PositiveInfinity, 2)]
    [InlineData(false, double.NegativeInfinity, 2)]
    [InlineData(true, double.NegativeInfinity, null)]
    [InlineData(false, double.PositiveInfinity, null)]
    public async Task Infinity_that_wins_is_warned_about(bool maximize, double value, int? point)
    {
        using var sweep = With([1, 2, value], new Objective("score", maximize));
        var warnings = (await sweep.Read()).Warnings;
        Assert.Equal(
            point is null ? [] : [$"'score' is {Display.Number(value)} at point 2, so nothing can be better. If a division by zero or an overflow made it so, record NaN there: NaN is ranked last."],
            warnings);
    }

    [Fact]
    public async Task Without_repeats_the_noise_is_not_known()
    {
        using var sweep = With([1, 2]);
        Assert.Equal("The noise is not known, since each configuration ran once. A parameter such as [Repeats(5)] int seed would tell.", Assert.Single(Headline.Certainty(await sweep.Read())));
    }

    [Fact]
    public async Task Another_objective_ranks_anew_and_warns_for_itself()
    {
        using var sweep = With([1, 2]);
        sweep.Finish(0, SampleSweeps.NodeA, 1, ("score", double.NaN), ("loss", 5));
        sweep.Finish(1, SampleSweeps.NodeA, 1, ("score", 2));
        var report = await sweep.Read();
        var other = report.By(new Objective("loss", Maximize: false));
        Assert.Equal(["'score' is NaN at point 0. NaN is ranked last and left out of the means by parameter value."], report.Warnings);
        Assert.Equal(["1 of 2 results lack the metric 'loss' and are not ranked: point 1."], other.Warnings);
        Assert.Equal((0, null, null), (Assert.Single(other.Best).Members[0].Index, other.Basis, report.By(null).RankedBy));
        Assert.NotNull(report.Basis);
    }

    [Fact]
    public async Task A_part_of_the_points_is_counted_and_ranked_alone()
    {
        using var sweep = With([1, 2, 3]);
        var part = (await sweep.Read()).Only(p => p.Index != 2);
        Assert.Equal((2, 1), (part.Counts.Total, part.Best[0].Members[0].Index));
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
