using MultiRunner.Results;
using Xunit;

namespace MultiRunner.Core.Tests.Results;

public class MetricSetTests
{
    private readonly MetricSet set = new();

    [Fact]
    public void An_empty_set_has_no_details_and_no_curves()
    {
        Assert.Empty(set.Metrics);
        Assert.Null(set.Details);
        Assert.Null(set.Curves);
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
    public void Names_that_differ_only_in_case_are_one_metric_under_every_culture()
    {
        foreach (var culture in CultureScope.Names)
        {
            using var scope = new CultureScope(culture);
            var metrics = new MetricSet();
            metrics.Record("iterations", 1);
            metrics.Record("ITERATIONS", 2);
            metrics.Record("Iterations", 3);

            Assert.Equal([new("iterations", 3)], metrics.Metrics);
            Assert.Equal(3, metrics.Metrics["ITERATIONS"]);
        }
    }

    [Fact]
    public void A_curve_keeps_every_value_and_its_last_one_is_the_metric()
    {
        set.Record("Loss", 0.5, 1);
        set.Record("loss", 0.25, 2);
        set.Record("LOSS", 0.3, 2);
        set.Record("other", 7, -1);

        Assert.Equal([new("loss", 0.3), new("other", 7)], set.Metrics);
        Assert.Equal(["loss", "other"], set.Curves!.Keys);
        Assert.Equal([new(1, 0.5), new(2, 0.25), new(2, 0.3)], set.Curves["Loss"]);
        Assert.Equal([new(-1, 7)], set.Curves["other"]);
    }

    [Fact]
    public void A_number_recorded_after_a_curve_replaces_the_metric_and_not_the_curve()
    {
        set.Record("loss", 0.5, 1);
        set.Record("loss", 0.1);

        Assert.Equal([new("loss", 0.1)], set.Metrics);
        Assert.Equal([new(1, 0.5)], set.Curves!["loss"]);
    }

    [Fact]
    public void A_detail_stands_beside_a_metric_of_the_same_name()
    {
        set.RecordDetail("Model", "a");
        set.RecordDetail("model", "b");
        set.Record("model", 1);

        Assert.Equal([new("model", "b")], set.Details!);
        Assert.Equal([new("model", 1)], set.Metrics);
    }

    [Fact]
    public void What_was_handed_out_does_not_change_any_more()
    {
        set.Record("loss", 0.5, 1);
        var (metrics, curves) = (set.Metrics, set.Curves);
        set.Record("loss", 0.25, 2);

        Assert.Equal(0.5, metrics["loss"]);
        Assert.Single(curves!["loss"]);
    }

    [Fact]
    public void Threads_may_record_at_once()
    {
        Parallel.For(0, 1000, i =>
        {
            set.Record($"m{i % 10}", i);
            set.Record("curve", i, i);
            _ = set.Curves;
        });

        Assert.Equal(11, set.Metrics.Count);
        Assert.Equal(Enumerable.Range(0, 1000), set.Curves!["curve"].Select(p => (int)p.Step).Order());
    }
}
