using MultiRunner.Format;
using MultiRunner.Reports.Writing;
using Xunit;

namespace MultiRunner.Core.Tests.Reports;

public class ConfigurationTests
{
    private static readonly Objective Most = new("accuracy", Maximize: true);

    [Fact]
    public async Task The_mean_over_the_repeats_decides_and_not_the_luckiest_of_them()
    {
        using var sweep = Methods([0.84, 0.93, 0.765], [0.9, 0.901, 0.9011]);
        var report = await sweep.Read();
        Assert.Equal(["""{"method":"B"}""", """{"method":"A"}"""], report.Best.Select(c => c.Key.Text));
        Assert.Equal([(3, 4, 5), (0, 1, 2)], report.Best.Select(c => (c.Members[0].Index, c.Members[1].Index, c.Members[2].Index)));
        Assert.Equal(0.845, report.Best[1].Objective!.Mean, 12);
        Assert.Equal((0.93, 1), (report.Best[1].BestValue, report.Best[1].BestPoint));
        Assert.StartsWith("Best: accuracy = 0.90070 ± 0.00151 (mean of 3, 95 % interval 0.89919 to 0.90221) at method = B: not distinguishable from 1 other.", Headline.Best(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_best_that_can_be_told_from_all_others_is_said_to_be_so()
    {
        using var sweep = Methods([0.5, 0.51, 0.52], [0.9, 0.901, 0.9011]);
        Assert.EndsWith(" at method = B: distinguishable from all others.", Headline.Best(await sweep.Read()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Repeats_that_are_all_equal_are_said_to_tell_nothing_of_the_noise()
    {
        using var sweep = Methods([0.5, 0.5, 0.5], [0.9, 0.9, 0.9], [0.6, 0.61, 0.6]);
        var report = await sweep.Read();
        Assert.EndsWith(" at method = B: not distinguishable from 1 other.", Headline.Best(report), StringComparison.Ordinal);
        Assert.Equal(
            "Its repeats are all equal, and so are those of 1 other configuration. "
                + "Equal repeats tell nothing of the noise, so a difference between these cannot be judged.",
            Headline.Certainty(report).Last());
    }

    [Fact]
    public async Task Equal_repeats_of_the_best_alone_need_no_sentence()
    {
        using var sweep = Methods([0.5, 0.5, 0.51], [0.9, 0.9, 0.9]);
        Assert.Equal(["Its standard deviation is 0.0000, and its best single value is 0.9000 at point 3."], Headline.Certainty(await sweep.Read()));
    }

    [Fact]
    public async Task Repeats_without_a_result_are_said()
    {
        using var sweep = Methods([0.5, 0.51], [0.9, 0.901]);
        var report = await sweep.Read();
        Assert.Equal([(3, 2, 0), (3, 2, 0)], report.Best.Select(c => (c.Repeats, c.Finished, c.Failed)));
        Assert.Contains("(mean of 2 of 3 repeats, ", Headline.Best(report), StringComparison.Ordinal);
        Assert.Equal("1 other configuration does not have results of all repeats yet.", Headline.Certainty(report).Last());
        Assert.Contains(" 2 of 3\n", TextReport.Print(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_configuration_of_which_nothing_has_finished_lacks_repeats_too()
    {
        using var sweep = Methods([], [0.9, 0.901, 0.902]);
        var report = await sweep.Read();
        Assert.Equal([1, null], report.Configurations.Select(c => c.Rank));
        Assert.Equal("1 configuration does not have results of all repeats yet.", Headline.Certainty(report).Last());
        Assert.Contains(" at method = B.", Headline.Best(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_finished_repeat_has_no_interval()
    {
        using var sweep = Methods([0.5], [0.9]);
        Assert.Equal("Best so far: accuracy = 0.9 (mean of 1 of 3 repeats) at method = B: not distinguishable from 1 other.", Headline.Best(await sweep.Read()));
    }

    [Fact]
    public async Task A_repeat_that_is_NaN_ranks_its_configuration_last()
    {
        using var sweep = Methods([0.1, 0.1, 0.1], [0.9, double.NaN, 0.9]);
        var report = await sweep.Read();
        Assert.Equal(["""{"method":"A"}""", """{"method":"B"}"""], report.Best.Select(c => c.Key.Text));
        Assert.Equal(["'accuracy' is NaN at point 4. NaN is ranked last and left out of the means by parameter value."], report.Warnings);
        Assert.Equal([null, null], report.Best.Select(c => c.NotDistinguishable));
    }

    [Fact]
    public async Task Where_each_configuration_has_a_repeat_that_is_NaN_none_is_best()
    {
        using var sweep = Methods([0.1, double.NaN, 0.1], [0.9, double.NaN, 0.9]);
        Assert.Equal(
            "No best configuration: each has a repeat where accuracy is NaN, or infinities of both signs, so none has a mean.",
            Headline.Best(await sweep.Read()));
    }

    [Fact]
    public async Task What_was_never_measured_is_not_among_all_others()
    {
        using var sweep = Methods([0.5, 0.51, 0.52], [0.9, 0.901, 0.9011], []);
        Assert.EndsWith(
            " at method = B: distinguishable from 1 of 2 others; the rest have no mean to compare.", Headline.Best(await sweep.Read()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Equal_values_in_another_order_are_a_tie()
    {
        using var sweep = Methods([0.1, 0.2, 0.3], [0.3, 0.1, 0.2]);
        var report = await sweep.Read();
        Assert.Equal([(1, 2), (1, 2)], report.Best.Select(c => (c.Rank!.Value, c.Tied!.Value)));
        Assert.Contains(" at 2 tied configurations, the first: method = A.", Headline.Best(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_metrics_are_means_and_a_row_stands_for_all_repeats()
    {
        using var sweep = Methods([0.84, 0.93, 0.765], [0.9, 0.901, 0.9011]);
        sweep.Finish(3, SampleSweeps.NodeA, 4, ("accuracy", 0.9), ("size", 10));
        sweep.Finish(4, SampleSweeps.NodeA, 6, ("accuracy", 0.901), ("SIZE", 20));
        var best = (await sweep.Read()).Best[0];
        Assert.Equal((15.0, 3.6666666666666665), (best.Metric("size"), best.Seconds));
    }

    [Fact]
    public async Task Repeats_have_no_effect_of_their_own()
    {
        using var sweep = Methods([0.84, 0.93, 0.765], [0.9, 0.901, 0.9011]);
        Assert.Equal(["method"], (await sweep.Read()).Effects.Select(e => e.Parameter));
    }

    [Fact]
    public async Task Without_an_objective_configurations_stand_in_the_order_of_their_points()
    {
        using var sweep = Methods([0.1, 0.3, 0.2], [0.9, 0.9, 0.9]);
        sweep.Edit(m => m with { Objective = null });
        var report = await sweep.Read();
        Assert.Empty(report.Best);
        Assert.Equal([0.2, 0.9], report.Configurations.Select(c => Math.Round(c.Metric("accuracy")!.Value, 12)));
        Assert.Contains("\nmethod  accuracy\n", TextReport.Print(report), StringComparison.Ordinal);
    }

    /// <summary>Methods A and B, with three seeds each, of which the first have finished.</summary>
    private static SweepOnDisk Methods(params double[][] values)
    {
        var sweep = new SweepOnDisk();
        sweep.Axes("S.M", Most, ("method", ["A", "B", .. values.Length > 2 ? ["C"] : Array.Empty<string>()]), ("seed", [1, 2, 3]));
        sweep.Repeat("seed");
        for (var method = 0; method < values.Length; method++)
        {
            for (var i = 0; i < values[method].Length; i++)
                sweep.Finish((3 * method) + i, SampleSweeps.NodeA, 1, ("accuracy", values[method][i]));
        }

        return sweep;
    }
}
