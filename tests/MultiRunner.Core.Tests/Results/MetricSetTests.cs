using MultiRunner.Results;
using Xunit;

namespace MultiRunner.Core.Tests.Results;

public class MetricSetTests
{
    private readonly MetricSet set = new();

    [Fact]
    public void An_empty_set_has_no_details_and_no_curves()
    {
        var recorded = set.Close();

        Assert.Empty(recorded.Metrics);
        Assert.Null(recorded.Details);
        Assert.Null(recorded.Curves);
    }

    [Theory]
    [InlineData("accuracy", "accuracy")]
    [InlineData("LogLoss", "logLoss")]
    [InlineData("URL", "url")]
    [InlineData("IOErrors", "ioErrors")]
    [InlineData("F1", "f1")]
    [InlineData("Ääh", "ääh")]
    [InlineData("_Private", "_Private")]
    [InlineData("val/loss", "val/loss")]
    [InlineData("", "")]
    public void Names_are_written_in_camel_case_under_every_culture(string name, string written)
    {
        foreach (var culture in CultureScope.Names)
        {
            using var scope = new CultureScope(culture);
            Assert.Equal(written, MetricNames.Written(name));
        }
    }

    [Fact]
    public void Metrics_keep_the_order_in_which_they_first_came()
    {
        set.Record("b", 1);
        set.Record("a", 2);
        set.Record("b", 3);

        Assert.Equal([new("b", 3), new("a", 2)], set.Metrics);
    }

    [Fact]
    public void Names_that_differ_only_in_case_are_refused_under_every_culture()
    {
        foreach (var culture in CultureScope.Names)
        {
            using var scope = new CultureScope(culture);
            var metrics = new MetricSet();
            metrics.Record("iterations", 1);

            Assert.Equal(
                "Names of metrics are compared without case, but 'iterations' and 'ITERATIONS' differ only in case. Write them alike where they mean the same metric, or rename one.",
                Assert.Throws<ArgumentException>(() => metrics.Record("ITERATIONS", 2)).Message);
            Assert.Throws<ArgumentException>(() => metrics.Record("Iterations", 2, 1));
            Assert.Throws<ArgumentException>(() => metrics.RecordDetail("Iterations", "2"));
            Assert.Equal([new("iterations", 1)], metrics.Metrics);
            Assert.Equal(1, metrics.Metrics["ITERATIONS"]);
        }
    }

    [Fact]
    public void A_name_is_compared_with_what_the_method_is_going_to_return()
    {
        var metrics = new MetricSet("Loss");

        Assert.Contains("'Loss' and 'loss' differ", Assert.Throws<ArgumentException>(() => metrics.Record("loss", 1, 1)).Message, StringComparison.Ordinal);
        metrics.Record("Loss", 2);
        Assert.Equal([new("loss", 2)], metrics.Metrics);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t")]
    [InlineData("a\nb")]
    [InlineData("a\u001B[2J")]
    [InlineData("a\u0085")]
    [InlineData("a\u2028b")]
    [InlineData("a\u2029b")]
    [InlineData("a\u007F")]
    [InlineData("a\u202Eb")]
    [InlineData("a\u2066b")]
    public void A_name_that_cannot_be_shown_in_one_line_is_refused(string name)
    {
        Assert.StartsWith("The name of a metric has a character that can be seen", Assert.Throws<ArgumentException>(() => set.Record(name, 1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => set.Record(name, 1, 1));
        Assert.Throws<ArgumentException>(() => set.RecordDetail(name, "text"));
        Assert.Empty(set.Metrics);
    }

    [Fact]
    public void Half_of_a_surrogate_pair_is_refused_and_a_whole_one_is_not()
    {
        Assert.Throws<ArgumentException>(() => set.Record("\uD83D", 1));
        Assert.Throws<ArgumentException>(() => set.Record("a\uDE00", 1));
        set.Record("😀", 1);
        Assert.Equal([new("😀", 1)], set.Metrics);
    }

    [Fact]
    public void The_message_shows_a_refused_name_without_its_control_characters() =>
        Assert.Equal(
            """The name of a metric has a character that can be seen, and no control characters or line breaks, but there is "a\u001B[2J\u000Ab". Change the name.""",
            Assert.Throws<ArgumentException>(() => set.Record("a\u001B[2J\nb", 1)).Message);

    [Fact]
    public void A_curve_keeps_every_value_and_its_last_one_is_the_metric()
    {
        set.Record("loss", 0.5, 1);
        set.Record("loss", 0.25, 2);
        set.Record("loss", 0.3, 2);
        set.Record("other", 7, -1);

        var recorded = set.Close();
        Assert.Equal([new("loss", 0.3), new("other", 7)], recorded.Metrics);
        Assert.Equal(["loss", "other"], recorded.Curves!.Keys);
        Assert.Equal([new(1, 0.5), new(2, 0.25), new(2, 0.3)], recorded.Curves["Loss"]);
        Assert.Equal([new(-1, 7)], recorded.Curves["other"]);
    }

    [Fact]
    public void A_number_recorded_after_a_curve_replaces_the_metric_and_not_the_curve()
    {
        set.Record("loss", 0.5, 1);
        set.Record("loss", 0.1);

        var recorded = set.Close();
        Assert.Equal([new("loss", 0.1)], recorded.Metrics);
        Assert.Equal([new(1, 0.5)], recorded.Curves!["loss"]);
    }

    [Fact]
    public void A_name_is_a_number_or_a_text()
    {
        set.RecordDetail("Model", "a");
        set.RecordDetail("Model", "b");
        set.Record("loss", 1, 1);

        Assert.Equal(
            "A name stands either for a number or for a text, but 'Model' stands for both. Rename one of them.",
            Assert.Throws<ArgumentException>(() => set.Record("Model", 1)).Message);
        Assert.Throws<ArgumentException>(() => set.Record("Model", 1, 1));
        Assert.Throws<ArgumentException>(() => set.RecordDetail("loss", "low"));
        Assert.Equal([new("model", "b")], set.Close().Details!);
    }

    [Fact]
    public void What_comes_after_the_end_is_refused_and_changes_nothing()
    {
        set.Record("loss", 0.5, 1);
        var recorded = set.Close();

        Assert.Equal(
            "Values can be recorded only while the attempt runs, but 'loss' is recorded after its end. Its result has already been stored or discarded. Let the method wait for everything that records values.",
            Assert.Throws<InvalidOperationException>(() => set.Record("loss", 0.25, 2)).Message);
        Assert.Throws<InvalidOperationException>(() => set.Record("other", 1));
        Assert.Throws<InvalidOperationException>(() => set.RecordDetail("model", "a"));
        Assert.Equal([new("loss", 0.5)], recorded.Metrics);
        Assert.Single(recorded.Curves!["loss"]);
    }

    [Fact]
    public async Task Metrics_and_curves_are_taken_at_one_moment()
    {
        // A round takes a tenth of a second: for so long a lock is kept from a thread by another one that takes it over and over again.
        for (var round = 0; round < 10; round++)
        {
            var metrics = new MetricSet();
            var recording = Task.Run(() => RecordWithoutEnd(metrics), TestContext.Current.CancellationToken);
            while (metrics.Metrics.Count == 0)
                Thread.Yield();

            var recorded = metrics.Close();

            await Assert.ThrowsAsync<InvalidOperationException>(() => recording);
            Assert.Equal(recorded.Metrics["loss"], recorded.Curves!["loss"][^1].Value);
        }
    }

    private static void RecordWithoutEnd(MetricSet metrics)
    {
        for (var step = 0; ; step++)
            metrics.Record("loss", step, step);
    }

    [Fact]
    public void Threads_may_record_at_once()
    {
        Parallel.For(0, 1000, i =>
        {
            set.Record($"m{i % 10}", i);
            set.Record("curve", i, i);
            _ = set.Metrics;
        });

        var recorded = set.Close();
        Assert.Equal(11, recorded.Metrics.Count);
        Assert.Equal(Enumerable.Range(0, 1000), recorded.Curves!["curve"].Select(p => (int)p.Step).Order());
    }
}
