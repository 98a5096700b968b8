using MultiRunner.Format;
using MultiRunner.Reports.Comparing;
using Xunit;

namespace MultiRunner.Core.Tests.Reports.Comparing;

public class SweepComparisonTests
{
    private static readonly double?[] Base = [0.80, 0.82, 0.81, 0.79];

    [Fact]
    public void Every_configuration_has_a_verdict()
    {
        var before = new Side().With(0.1, Base).With(0.2, Base).With(0.3, Base).With(0.4, 0.8).With(0.5, null, null).With(0.6, 0.5);
        var after = new Side()
            .With(0.1, 0.85, 0.871, 0.859, 0.84).With(0.2, 0.75, 0.771, 0.759, 0.74).With(0.3, 0.79, 0.83, 0.80, 0.80)
            .With(0.4, 0.81).With(0.5, 0.7, 0.7).With(0.7, 0.5);

        var comparison = Side.Compare(before, after);

        Assert.Equal(
            [Verdict.Better, Verdict.Worse, Verdict.Same, Verdict.NoiseNotKnown, Verdict.NotCompared, Verdict.New, Verdict.Gone],
            comparison.Configurations.Select(c => c.Verdict));
        Assert.Equal(new VerdictCounts(1, 1, 1, 1, 1, 1, 1), comparison.Counts);
        Assert.Equal([true, true, true, null, null, null, null], comparison.Configurations.Select(c => c.Paired));
        Assert.Equal(SideState.Failed, comparison.Configurations[4].Before.State);
    }

    [Fact]
    public void A_metric_that_is_minimised_is_better_when_it_falls()
    {
        var objective = new Objective("loss", Maximize: false);
        var before = new Side { Objective = objective }.With(0.1, Base);
        var after = new Side { Objective = objective }.With(0.1, 0.75, 0.771, 0.759, 0.74);

        Assert.Equal(Verdict.Better, Side.Compare(before, after).Configurations[0].Verdict);
    }

    /// <summary>
    /// The sleep data have p = 0.002833, which is below 0.05 / 17 and above 0.05 / 18. The other configurations did not change.
    /// </summary>
    [Theory]
    [InlineData(17, true)]
    [InlineData(18, false)]
    public void Every_configuration_that_is_tested_raises_the_bar(int configurations, bool isBetter)
    {
        var (before, after) = (new Side(), new Side());
        before.With(0, [.. Statistics.SleepData.First.Select(v => (double?)v)]);
        after.With(0, [.. Statistics.SleepData.Second.Select(v => (double?)v)]);
        for (var lr = 1; lr < configurations; lr++)
        {
            before.With(lr, 1, 2, 3);
            after.With(lr, 1, 2, 3);
        }

        Assert.Equal(isBetter ? Verdict.Better : Verdict.Same, Side.Compare(before, after).Configurations[0].Verdict);
    }

    [Fact]
    public void Single_runs_that_are_equal_are_the_same()
    {
        var comparison = Side.Compare(new Side().With(0.1, 0.3), new Side().With(0.1, 0.1 + 0.2));

        Assert.Equal(Verdict.Same, comparison.Configurations[0].Verdict);
    }

    /// <summary>The ratios 2 and 8 have the geometric mean 4. ln 2 and ln 8 have the mean ln 4 and t = 12.706 standard errors of ln 2.</summary>
    [Fact]
    public void The_overall_change_is_the_geometric_mean_of_the_ratios_with_the_interval_of_their_logarithms()
    {
        var overall = Side.Compare(new Side().With(1, 1).With(2, 10), new Side().With(1, 2).With(2, 80)).Overall!;

        Assert.Equal((2, true), (overall.Configurations, overall.IsRelative));
        Assert.Equal(3, overall.Change, 1e-12);
        Assert.Equal((4 * Math.Pow(2, 12.7062047)) - 1, overall.High!.Value, 1);
        Assert.Equal((4 * Math.Pow(2, -12.7062047)) - 1, overall.Low!.Value, 1e-4);
    }

    [Fact]
    public void The_overall_change_is_the_mean_difference_where_a_mean_is_not_positive()
    {
        var overall = Side.Compare(new Side().With(1, -1).With(2, 10), new Side().With(1, 2).With(2, 11)).Overall!;

        Assert.Equal((2, false, 2.0), (overall.Configurations, overall.IsRelative, overall.Change));
    }

    /// <summary>A parameter that the newer code has added, with the one value that the older code had built in.</summary>
    [Fact]
    public void A_parameter_of_one_side_with_one_value_is_a_constant()
    {
        var before = new Side().With(0.1, 1);
        var after = new Side("layers", "lr", "seed").Point("""{"layers":2,"lr":0.1,"seed":0}""", 1);

        var comparison = Side.Compare(before, after);

        Assert.Equal(["lr"], comparison.Factors);
        var constant = Assert.Single(comparison.Constants);
        Assert.Equal(("layers", "2", "after"), (constant.Parameter, constant.Value!.Value.Text, constant.Side));
        Assert.Equal(Verdict.Same, Assert.Single(comparison.Configurations).Verdict);
    }

    /// <summary>Before each configuration ran once; the newer code has repeats.</summary>
    [Fact]
    public void Repeats_of_one_side_alone_are_repeats_without_pairs()
    {
        var before = new Side("lr").Point("""{"lr":0.1}""", 0.8);
        var after = new Side().With(0.1, 0.9, 0.91, 0.92);

        var configuration = Assert.Single(Side.Compare(before, after).Configurations);

        Assert.Equal((Verdict.NoiseNotKnown, (bool?)null), (configuration.Verdict, configuration.Paired));
        Assert.Equal(3, configuration.After.Summary!.Count);
    }

    /// <summary>The seeds 0 and 1 before and the folds 0 and 1 after have nothing to do with one another.</summary>
    [Fact]
    public void Repeats_of_other_parameters_are_no_pairs()
    {
        var before = new Side().With(0.1, 1, 2);
        var after = new Side("lr", "fold") { Repeats = ["fold"] }
            .Point("""{"fold":0,"lr":0.1}""", 1).Point("""{"fold":1,"lr":0.1}""", 2);

        Assert.False(Assert.Single(Side.Compare(before, after).Configurations).Paired);
    }

    [Fact]
    public void Two_different_sweeps_are_refused_with_all_that_differs()
    {
        var before = new Side("lr", "batch", "seed") { Label = "old", Sweep = "Samples.Other.Run", Objective = new Objective("loss", Maximize: false) }
            .Point("""{"batch":1,"lr":1,"seed":0}""", 1).Point("""{"batch":2,"lr":1,"seed":0}""", 1);
        var after = new Side { Label = "new" }.With(1, 1);

        var error = Assert.Throws<ComparisonException>(() => Side.Compare(before, after));

        Assert.Equal(
            "Two states of one sweep can be compared, but 'old' and 'new' differ: the method is 'Samples.Other.Run' before and "
            + "'Samples.Training.Train' after; the parameter 'batch' has several values before and is missing after; the objective is the "
            + "lowest loss before and the highest accuracy after, so name one by --maximize or --minimize. Give two directories of one sweep.",
            error.Message);
    }

    [Fact]
    public void Sides_without_a_common_configuration_are_refused_with_one_of_each()
    {
        var error = Assert.Throws<ComparisonException>(() =>
            Side.Compare(new Side { Label = "old" }.With(0.1, 1), new Side { Label = "new" }.With(0.2, 1)));

        Assert.Equal(
            "Configurations are compared that both sides have, but 'old' and 'new' have none in common: the first one before is lr = 0.1, "
            + "and the first one after is lr = 0.2. Give two directories with equal arguments, or another --where.",
            error.Message);
    }

    [Fact]
    public void A_metric_that_a_side_lacks_is_refused_with_those_that_it_has()
    {
        var error = Assert.Throws<ComparisonException>(() => SweepComparison.Of(
            new Side { Label = "old" }.With(0.1, 1).Made,
            new Side { Label = "new", Objective = new Objective("score", Maximize: true) }.With(0.1, 1).Made,
            new MetricChoice(new Objective("acuracy", Maximize: true), null),
            []));

        Assert.Equal(
            "--maximize names the metric 'acuracy', which both sides must have, but no result of 'old' has it. Its metrics are 'accuracy', "
            + "'seconds'; no result of 'new' has it. Its metrics are 'score', 'seconds'.",
            error.Message);
    }

    [Theory]
    [InlineData("accuracy", true)]
    [InlineData("ACCURACY", true)]
    [InlineData("seconds", false)]
    public void Metric_takes_the_direction_of_the_objective(string name, bool isKnown)
    {
        var side = new Side().With(0.1, 1).Made;
        SweepComparison Compare() => SweepComparison.Of(side, side, new MetricChoice(null, name), []);

        if (isKnown)
            Assert.True(Compare().Maximize);
        else
            Assert.Contains("Write --maximize seconds or --minimize seconds instead.", Assert.Throws<ComparisonException>(Compare).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_time_of_the_points_is_a_metric()
    {
        var before = new Side().Point("""{"lr":1,"seed":0}""", 1, seconds: 4);
        var after = new Side().Point("""{"lr":1,"seed":0}""", 1, seconds: 3);

        var comparison = SweepComparison.Of(before.Made, after.Made, new MetricChoice(new Objective("seconds", Maximize: false), null), []);

        Assert.Equal(-1, Assert.Single(comparison.Configurations).Difference);
    }

    /// <summary>The metric rises from 4 to 5, and the time of the points falls from 9 to 3.</summary>
    [Fact]
    public void A_metric_of_the_name_seconds_is_the_objective_and_the_time_of_points_has_another_name()
    {
        var objective = new Objective("seconds", Maximize: false);
        var before = new Side { Objective = objective }.Point("""{"lr":1,"seed":0}""", 4, seconds: 9).Made;
        var after = new Side { Objective = objective }.Point("""{"lr":1,"seed":0}""", 5, seconds: 3).Made;
        (string, double?) Compared(MetricChoice choice)
        {
            var comparison = SweepComparison.Of(before, after, choice, []);
            return (comparison.Metric, Assert.Single(comparison.Configurations).Difference);
        }

        Assert.Equal(("metric.seconds", 1), Compared(MetricChoice.Own));
        Assert.Equal(("metric.seconds", 1), Compared(new MetricChoice(null, "Seconds")));
        Assert.Equal(("metric.seconds", 1), Compared(new MetricChoice(new Objective("metric.seconds", Maximize: false), null)));
        Assert.Equal(("point.seconds", -6), Compared(new MetricChoice(new Objective("point.seconds", Maximize: false), null)));
    }

    [Fact]
    public void A_name_that_is_a_metric_and_the_time_is_refused_where_it_may_mean_both()
    {
        const string Rest = " names one number to compare by, but 'seconds' is a metric of the sweep and the time of its points. "
            + "Write metric.seconds for the metric, or point.seconds for the time.";
        var side = new Side { Objective = new Objective("seconds", Maximize: false) }.With(1, 4).Made;
        string Refused(MetricChoice choice, params string[] conditions) => Assert.Throws<ComparisonException>(
            () => SweepComparison.Of(side, side, choice, [.. conditions.Select(FailConditionParser.Parse)])).Message;

        Assert.Equal("--minimize" + Rest, Refused(new MetricChoice(new Objective("seconds", Maximize: false), null)));
        Assert.Equal("--maximize" + Rest, Refused(new MetricChoice(new Objective("seconds", Maximize: true), null)));
        Assert.Equal("--fail-on \"seconds > 10%\"" + Rest, Refused(MetricChoice.Own, "seconds > 10%"));
    }

    [Fact]
    public void What_is_not_a_number_is_not_compared()
    {
        var configuration = Assert.Single(Side.Compare(new Side().With(1, 1, 2), new Side().With(1, 1, double.NaN)).Configurations);

        Assert.Equal((Verdict.NotCompared, SideState.NotFinite), (configuration.Verdict, configuration.After.State));
    }
}
