using MultiRunner.Format;
using Xunit;

namespace MultiRunner.Core.Tests.Reports;

public class ParameterEffectsTests
{
    [Fact]
    public async Task Each_value_has_the_mean_and_the_best_of_its_points()
    {
        using var sweep = new SweepOnDisk();
        sweep.Axes("S.M", new Objective("loss", Maximize: false), ("size", [64, 16]), ("seed", [1, 2, 3]), ("fixed", ["x"]));
        double[] losses = [5, 7, double.NaN, 1, 2, 6];
        for (var i = 0; i < losses.Length; i++)
            sweep.Finish(i, SampleSweeps.NodeA, 1, ("loss", losses[i]), ("other", i));
        var effects = (await sweep.Read()).Effects;

        // 'fixed' has but one value, so there is nothing to compare.
        Assert.Equal(["size", "seed"], effects.Select(e => e.Parameter));
        Assert.Equal(["16", "64"], effects[0].Values.Select(v => v.Value.Text));
        var (small, large) = (Assert.Single(effects[0].Values[0].Means), Assert.Single(effects[0].Values[1].Means));
        Assert.Equal(("loss", 3, 0, 3.0, 1.0, 6.0), (small.Metric, small.Count, small.NotANumber, small.Mean, small.Best, small.Worst));
        Assert.Equal(("loss", 2, 1, 6.0, 5.0, 7.0), (large.Metric, large.Count, large.NotANumber, large.Mean, large.Best, large.Worst));
        Assert.Equal((Math.Sqrt(7) / Math.Sqrt(3), 1.0), (small.StandardError!.Value, large.StandardError!.Value));
    }

    [Fact]
    public async Task A_parameter_whose_every_value_belongs_to_one_point_has_no_means()
    {
        using var sweep = new SweepOnDisk();
        sweep.Rows("S.M", new Objective("loss", Maximize: false), ["name", "rate"], ["b", 0.1], ["a", 0.2], ["b", 0.3]);
        for (var i = 0; i < 3; i++)
            sweep.Finish(i, SampleSweeps.NodeA, 1, ("loss", i));
        var effect = Assert.Single((await sweep.Read()).Effects);
        Assert.Equal("name", effect.Parameter);
        Assert.Equal(["\"b\"", "\"a\""], effect.Values.Select(v => v.Value.Text));
    }

    [Fact]
    public async Task Without_an_objective_every_metric_has_a_mean()
    {
        using var sweep = new SweepOnDisk();
        sweep.Axes("S.M", null, ("a", [1, 2]), ("b", [1, 2]));
        for (var i = 0; i < 3; i++)
            sweep.Finish(i, SampleSweeps.NodeA, 1, ("x", i), ("y", -i));
        var means = (await sweep.Read()).Effects[0].Values.Select(v => v.Means.Select(m => (m.Metric, m.Count, m.Mean, m.Best)).ToArray()).ToList();
        Assert.Equal([("x", 2, 0.5, null), ("y", 2, -0.5, null)], means[0]);
        Assert.Equal([("x", 1, 2.0, null), ("y", 1, -2.0, null)], means[1]);
    }
}
