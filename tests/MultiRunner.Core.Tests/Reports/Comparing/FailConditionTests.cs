using MultiRunner.Format;
using MultiRunner.Reports.Comparing;
using Xunit;

namespace MultiRunner.Core.Tests.Reports.Comparing;

public class FailConditionTests
{
    [Theory]
    [InlineData("accuracy < -1%", "accuracy", "<", -0.01, true)]
    [InlineData("loss>0.01", "loss", ">", 0.01, false)]
    [InlineData("'log loss' >= +5e-1 ", "log loss", ">=", 0.5, false)]
    [InlineData("seconds > 10%", "seconds", ">", 0.1, true)]
    [InlineData("accuracy < 0", "accuracy", "<", 0, false)]
    public void A_condition_is_a_metric_a_sign_and_a_change(string text, string metric, string sign, double limit, bool isRelative) =>
        Assert.Equal(new FailCondition(text, metric, sign, limit, isRelative), FailConditionParser.Parse(text));

    [Theory]
    [InlineData("accuracy", "it ends too early")]
    [InlineData("", "it ends too early")]
    [InlineData("accuracy -1%", "it cannot be read from position 10 on: '-1%'")]
    [InlineData("accuracy < -1% and loss > 1", "it cannot be read from position 16 on: 'and loss > 1'")]
    [InlineData("accuracy < 'x", "it cannot be read from position 12 on: ''x'")]
    [InlineData("accuracy = 1", "'=' stands at position 10")]
    [InlineData("accuracy < many", "'many' at position 12 is no limit")]
    [InlineData("accuracy < 1,5", "it cannot be read from position 13 on: ',5'")]
    [InlineData("accuracy < -1%%", "'-1%%' at position 12 is no limit")]
    [InlineData("accuracy < -Infinity", "'-Infinity' at position 12 is no limit")]
    public void What_is_none_is_refused_with_its_place(string text, string fact) => Assert.Equal(
        $"--fail-on takes a metric, one of <, <=, > and >=, and a change, with % for a part of the mean before, but in \"{text}\" {fact}. "
        + "Examples: \"accuracy < -1%\", \"seconds > 10%\", \"loss > 0.01\".",
        Assert.Throws<ComparisonException>(() => FailConditionParser.Parse(text)).Message);

    /// <summary>Somebody means the value itself, or has forgotten the minus.</summary>
    [Theory]
    [InlineData("accuracy < 0.9")]
    [InlineData("accuracy <= 0")]
    [InlineData("loss > -1%")]
    public void A_condition_that_no_change_meets_is_refused(string text) =>
        Assert.Contains("but a configuration that did not change would meet", Assert.Throws<ComparisonException>(() => FailConditionParser.Parse(text)).Message, StringComparison.Ordinal);

    /// <summary>
    /// The differences are -0.02 on average with a standard error of 0.000408, so that 1 % of 0.805, which is 0.00805, is far exceeded,
    /// and 2.5 %, which is 0.0201, is not.
    /// </summary>
    [Theory]
    [InlineData("accuracy < -1%", true)]
    [InlineData("accuracy < 0", true)]
    [InlineData("accuracy < -2.5%", false)]
    [InlineData("accuracy < -0.015", true)]
    [InlineData("accuracy < -0.021", false)]
    [InlineData("accuracy > 0", false)]
    public void A_change_beyond_the_limit_and_beyond_noise_meets_it(string condition, bool isMet)
    {
        var before = new Side().With(0.1, 0.80, 0.82, 0.81, 0.79);
        var after = new Side().With(0.1, 0.781, 0.80, 0.79, 0.769);

        var outcome = Assert.Single(Side.Compare(before, after, condition).Conditions);

        Assert.Equal((isMet, 1), (outcome.IsMet, outcome.Judged));
    }

    /// <summary>The mean is 1.2 % lower, with a standard error of 0.5 %: lower beyond noise, and not by 1 % beyond noise.</summary>
    [Fact]
    public void A_change_beyond_the_limit_within_noise_does_not_meet_it_and_is_named()
    {
        var before = new Side().With(0.1, 1, 1, 1, 1, 1, 1);
        var after = new Side().With(0.1, 1, 0.98, 0.99, 0.97, 0.99, 0.998);

        var outcome = Assert.Single(Side.Compare(before, after, "accuracy < -1%").Conditions);

        Assert.False(outcome.IsMet);
        Assert.Equal(FindingKind.WithinNoise, Assert.Single(outcome.Findings).Kind);
    }

    [Theory]
    [InlineData(0.989, true)]
    [InlineData(0.99, false)]
    public void Single_runs_are_judged_by_their_values(double after, bool isMet)
    {
        var outcome = Assert.Single(Side.Compare(new Side().With(0.1, 1), new Side().With(0.1, after), "accuracy < -1%").Conditions);

        Assert.Equal(isMet, outcome.IsMet);
        Assert.Equal(isMet ? [FindingKind.SingleRuns] : [], outcome.Findings.Select(f => f.Kind));
    }

    [Fact]
    public void A_limit_that_is_reached_exactly_counts_with_the_sign_that_says_so()
    {
        bool IsMet(string condition) =>
            Assert.Single(Side.Compare(new Side().With(0.1, 1), new Side().With(0.1, 0.99), condition).Conditions).IsMet;

        Assert.True(IsMet("accuracy <= -1%"));
        Assert.False(IsMet("accuracy < -1%"));
    }

    /// <summary>A failure must not hide a loss of accuracy.</summary>
    [Fact]
    public void A_configuration_that_has_lost_its_value_meets_every_condition()
    {
        var before = new Side().With(0.1, 1, 2).With(0.2, 1, 2).With(0.3, 1, 2);
        var after = new Side().With(0.1, null, null).With(0.2, 1, double.NaN).With(0.3, 1, 2);

        var outcome = Assert.Single(Side.Compare(before, after, "accuracy < -50%").Conditions);

        Assert.Equal((true, 3), (outcome.IsMet, outcome.Judged));
        Assert.Equal([FindingKind.NoValue, FindingKind.NoValue], outcome.Findings.Select(f => f.Kind));
    }

    /// <summary>The result of a finished point is damaged or lacks the metric. Nobody may take that for a configuration without a loss.</summary>
    [Fact]
    public void A_finished_point_without_a_value_meets_every_condition()
    {
        var before = new Side().With(0.1, 1).With(0.2, 1);
        var after = new Side().Point("""{"lr":0.1,"seed":0}""", null, PointState.Finished).With(0.2, 1);

        var outcome = Assert.Single(Side.Compare(before, after, "accuracy < -50%").Conditions);

        Assert.Equal((true, 2), (outcome.IsMet, outcome.Judged));
        Assert.Equal([FindingKind.NoValue], outcome.Findings.Select(f => f.Kind));
    }

    /// <summary>The bad repeat has failed after, so that the mean has risen. The other configuration has lost nothing.</summary>
    [Fact]
    public void A_configuration_that_has_lost_repeats_is_named()
    {
        var before = new Side().With(0.1, 0.9, 0.91, 0.2).With(0.2, 1, null);
        var after = new Side().With(0.1, 0.9, 0.91, null).With(0.2, 1, null);

        var comparison = Side.Compare(before, after, "accuracy < -1%");

        Assert.False(Assert.Single(comparison.Conditions).IsMet);
        Assert.Equal(
            "More points than before failed or have no value, so that the values after are of fewer repeats: "
            + "lr = 0.1 (1 of 3 points after, 0 of 3 before).",
            new ConditionSentences(comparison).FewerRepeats);
        Assert.Null(new ConditionSentences(Side.Compare(before, after)).FewerRepeats);
        Assert.Null(new ConditionSentences(Side.Compare(after, before, "accuracy < -1%")).FewerRepeats);
    }

    [Fact]
    public void Points_that_have_not_run_are_not_judged()
    {
        var before = new Side().With(0.1, 1);
        var after = new Side().Point("""{"lr":0.1,"seed":0}""", null, PointState.ToRun);

        var outcome = Assert.Single(Side.Compare(before, after, "accuracy < -1%").Conditions);

        Assert.Equal((false, 0), (outcome.IsMet, outcome.Judged));
    }

    /// <summary>Nobody knows yet what they will be: a gate that has not judged them must not let them through.</summary>
    [Fact]
    public void A_configuration_with_points_that_are_to_run_is_not_decided_and_is_named()
    {
        const string Waiting = """{"lr":0.1,"seed":2}""";
        const string Running = """{"lr":0.2,"seed":0}""";
        var before = new Side().With(0.1, 1, 2, 3).With(0.2, 1).With(0.3, 1).With(0.5, 1);
        var after = new Side().With(0.1, 1, 2).Point(Waiting, null, PointState.ToRun).Point(Running, null, PointState.Running)
            .With(0.3, 1).Point("""{"lr":0.4,"seed":0}""", null, PointState.ToRun);

        var comparison = Side.Compare(before, after, "accuracy < -1%");
        var turned = Side.Compare(after, before, "accuracy < -1%");

        Assert.All([comparison, turned], c => Assert.Equal((false, 2), (c.Conditions[0].IsMet, c.Conditions[0].Undecided)));
        Assert.Equal(
            "Points are still to run or running, so that conditions are not decided at 2 of 3 configurations: "
            + "lr = 0.1 (1 of 3 points after); lr = 0.2 (1 of 1 point after).",
            new ConditionSentences(comparison).Undecided);
        Assert.Contains("lr = 0.1 (1 of 3 points before)", new ConditionSentences(turned).Undecided, StringComparison.Ordinal);
        Assert.Null(new ConditionSentences(Side.Compare(before, after)).Undecided);
    }

    [Fact]
    public void A_configuration_that_meets_a_condition_already_is_decided()
    {
        var before = new Side().With(0.1, 0.80, 0.82, 0.81, 0.79);
        var after = new Side().With(0.1, 0.70, 0.721, 0.709).Point("""{"lr":0.1,"seed":3}""", null, PointState.ToRun);

        var outcome = Assert.Single(Side.Compare(before, after, "accuracy < -1%").Conditions);

        Assert.Equal((true, 0), (outcome.IsMet, outcome.Undecided));
    }

    /// <summary>A point that skips itself on both sides, such as one that needs a GPU, must not close a gate for ever.</summary>
    [Fact]
    public void A_point_that_skipped_itself_after_alone_is_not_decided()
    {
        var before = new Side().With(0.1, 1, 2).With(0.2, 1, 2).With(0.3, 1).Skipped(0.3, 1).Skipped(0.4, 0);
        var after = new Side().With(0.1, 1, 2).Skipped(0.2, 0).Skipped(0.2, 1).With(0.3, 1).Skipped(0.3, 1).Skipped(0.4, 0);

        var comparison = Side.Compare(before, after, "accuracy < -1%");

        Assert.Equal(1, Assert.Single(comparison.Conditions).Undecided);
        Assert.Equal(
            "Points are still to run or running, or skipped themselves, so that conditions are not decided at 1 of 4 configurations: "
            + "lr = 0.2 (2 of 2 points after).",
            new ConditionSentences(comparison).Undecided);
        Assert.Equal(0, Assert.Single(Side.Compare(after, before, "accuracy < -1%").Conditions).Undecided);
    }

    [Theory]
    [InlineData(-100, -102, "score < -1%", true)]
    [InlineData(-100, -98, "score > 1%", true)]
    [InlineData(0, 0.5, "score > 900%", true)]
    [InlineData(0, 0, "score > 1%", false)]
    public void A_part_is_of_the_size_of_the_mean_before(double before, double after, string condition, bool isMet)
    {
        var objective = new Objective("score", Maximize: true);
        Side Of(double value) => new Side { Objective = objective }.With(1, value);

        Assert.Equal(isMet, Assert.Single(Side.Compare(Of(before), Of(after), condition).Conditions).IsMet);
    }

    [Fact]
    public void A_metric_that_nobody_has_is_refused() =>
        Assert.Contains(
            "--fail-on \"loss > 1\" names the metric 'loss', which both sides must have",
            Assert.Throws<ComparisonException>(() => Side.Compare(new Side().With(1, 1), new Side().With(1, 1), "loss > 1")).Message,
            StringComparison.Ordinal);
}
