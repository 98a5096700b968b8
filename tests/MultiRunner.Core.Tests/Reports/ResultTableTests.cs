using MultiRunner.Format;
using MultiRunner.Reports.Model;
using MultiRunner.Reports.Writing;
using Xunit;

namespace MultiRunner.Core.Tests.Reports;

public class ResultTableTests
{
    private static readonly Objective Most = new("accuracy", Maximize: true);

    [Fact]
    public async Task A_parameter_that_is_the_same_everywhere_is_no_column()
    {
        using var sweep = Grid(("data", ["penguins"]), ("a", [1, 2]), ("epochs", [20]));
        var (paragraph, table, _) = Parts(await sweep.Read(), ReportView.Default);
        Assert.Equal("Constant: data = penguins, epochs = 20.", paragraph);
        Assert.Equal(["rank", "point", "a", "accuracy", "x", "y"], Columns(table));
    }

    [Fact]
    public async Task What_matters_least_is_left_out_and_named()
    {
        using var sweep = Grid(("a", [1, 2]), ("b", [1, 2]), ("c", [1, 2]), ("d", [1, 2]), ("e", [1, 2]), ("f", [1, 2]));
        var (_, table, report) = Parts(await sweep.Read(), ReportView.Default);

        // What a bit counts for grows from the last parameter to the first.
        Assert.Equal(["rank", "point", "a", "b", "c", "d", "accuracy"], Columns(table));
        Assert.Equal("Not shown: parameters e, f; metrics x, y. report.csv has all, and 'multirunner report --columns' shows those that you name.", table.Notes[^1]);
        Assert.Equal(["a", "b", "c", "d", "e", "f"], report.FactorsByImportance);
    }

    [Fact]
    public async Task No_table_is_wider_than_100_characters()
    {
        var (name, text) = (new string('n', 90), new string('v', 90));
        using var sweep = Grid(($"{name}1", [$"{text}1", $"{text}2"]), ($"{name}2", [$"{text}1", $"{text}2"]), ("c", [1, 2]));
        sweep.Worker(new string('w', 90), 1, 0, 10);
        var report = await sweep.Read();
        var tables = ReportDocument.Of(report, ReportView.Default).OfType<ReportTable>().ToList();
        Assert.Equal(4, tables.Count);
        Assert.All(tables.SelectMany(TextTable.Lines), line => Assert.InRange(line.Length, 1, 100));
        Assert.All(tables, table => Assert.InRange(table.Columns.Count, 2, 7));
    }

    [Fact]
    public async Task Rows_columns_and_order_can_be_chosen()
    {
        using var sweep = Grid(("a", [1, 2]), ("b", ["u", "v", "w"]));
        var report = await sweep.Read();
        var columns = new ResultColumns(report);
        var view = new ReportView
        {
            Top = 2,
            Columns = [columns.Find("X")!, columns.Find("b")!, columns.Find("seconds")!, columns.Find("worker")!],
            Order = new ResultOrder(columns.Find("b")!, Descending: true),
        };
        var (_, table, _) = Parts(report, view);
        Assert.Equal(["x", "b", "seconds", "worker"], Columns(table));
        Assert.Equal([["2", "w", "1.0 s", SampleSweeps.NodeA], ["5", "w", "1.0 s", SampleSweeps.NodeA]], table.Rows);
        Assert.Contains("The first 2 of 6 results by b, highest first\n", TextReport.Print(report, view), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_are_sorted_as_numbers_and_what_is_missing_comes_last()
    {
        using var sweep = new SweepOnDisk();
        sweep.Rows("S.M", null, ["a"], [10], [9], [100]);
        sweep.Finish(0, SampleSweeps.NodeA, 1, ("x", 1));
        sweep.Finish(1, SampleSweeps.NodeA, 1, ("y", 1));
        sweep.Finish(2, SampleSweeps.NodeA, 1, ("x", double.NaN));
        var report = await sweep.Read();
        var columns = new ResultColumns(report);
        IEnumerable<int> By(string name, bool descending) =>
            new ResultOrder(columns.Find(name)!, descending).Of(report.Configurations).Select(c => c.Members[0].Index);
        Assert.Equal([1, 0, 2], By("a", descending: false));
        Assert.Equal([2, 0, 1], By("a", descending: true));
        Assert.Equal([0, 1, 2], By("x", descending: true));
    }

    [Theory]
    [InlineData(new[] { 0.99963, 0.99961, 0.5 }, new[] { "0.99963", "0.99961", "0.50000" })]
    [InlineData(new[] { 0.5, 0.5, 0.25 }, new[] { "0.5000", "0.5000", "0.2500" })]
    [InlineData(new[] { 0.30000000000000004, 0.3, 0.25 }, new[] { "0.3000", "0.3000", "0.2500" })]
    [InlineData(new[] { 123456789.4, 123456789.3 }, new[] { "123456789.4", "123456789.3" })]
    public async Task Results_of_different_ranks_look_different(double[] values, string[] texts)
    {
        using var sweep = new SweepOnDisk();
        sweep.Axes("S.M", Most, ("a", [.. values.Select((_, i) => (object?)i)]));
        for (var i = 0; i < values.Length; i++)
            sweep.Finish(i, SampleSweeps.NodeA, 1, ("accuracy", values[i]));
        var (_, table, _) = Parts(await sweep.Read(), ReportView.Default);
        Assert.Equal(texts, table.Rows.Select(row => row[^1]));
    }

    [Theory]
    [InlineData("System.TimeSpan", "1.00:00:00", "-01:00:00", "23:00:00")]
    [InlineData("System.Nullable`1[System.DateTimeOffset]", "2026-01-01T10:00:00+00:00", "2026-01-01T11:00:00+02:00", "2026-01-01T09:30:00+00:00")]
    [InlineData("System.TimeOnly", "12:00:00", "01:00:00", "02:00:00.5")]
    public async Task Times_are_sorted_by_what_they_mean(string type, string last, string first, string second)
    {
        using var sweep = new SweepOnDisk();
        sweep.Rows("S.M", null, ["a"], [last], [null], [first], [second]);
        sweep.Edit(m => m with { Parameters = [new ManifestParameter("a", type)] });
        var report = await sweep.Read();
        IEnumerable<int> By(bool descending) => new ResultOrder(new ResultColumns(report).Find("a")!, descending)
            .Of(report.Configurations).Select(c => c.Members[0].Index);
        Assert.Equal([2, 3, 0, 1], By(descending: false));
        Assert.Equal([0, 3, 2, 1], By(descending: true));
    }

    [Fact]
    public async Task Infinity_is_sorted_as_a_number_and_a_parameter_that_is_NaN_comes_last()
    {
        using var sweep = new SweepOnDisk();
        sweep.Rows(
            "S.M", null, ["a", "text"], [double.PositiveInfinity, "NaN"], [10, "a"], [9, "b"], [double.NaN, "Infinity"],
            [double.NegativeInfinity, "c"]);
        var report = await sweep.Read();
        var columns = new ResultColumns(report);
        IEnumerable<int> By(string name, bool descending) =>
            new ResultOrder(columns.Find(name)!, descending).Of(report.Configurations).Select(c => c.Members[0].Index);
        Assert.Equal([4, 2, 1, 0, 3], By("a", descending: false));
        Assert.Equal([0, 1, 2, 4, 3], By("a", descending: true));
        Assert.True(columns.Find("a")!.IsNumber);
        Assert.False(columns.Find("text")!.IsNumber);
        Assert.Equal([3, 0, 1, 2, 4], By("text", descending: false));
    }

    [Fact]
    public async Task A_parameter_that_was_added_or_renamed_is_a_column()
    {
        using var sweep = Grid(("a", [1, 2]));
        sweep.Edit(m => m with
        {
            Parameters = [new ManifestParameter("alpha", "System.Int32"), new ManifestParameter("added", "System.Int32")],
            Current = [2, 3],
            Points = [.. m.Points, new("""{"added":7,"alpha":1}"""), new("""{"added":8,"alpha":1}""")],
        });
        sweep.Finish(2, SampleSweeps.NodeA, 1, ("accuracy", 0.5));
        sweep.Finish(3, SampleSweeps.NodeA, 1, ("accuracy", 0.6));
        var (paragraph, table, _) = Parts(await sweep.Read(), ReportView.Default);
        Assert.Equal("Constant: alpha = 1.", paragraph);
        Assert.Equal(["rank", "point", "added", "accuracy"], Columns(table));
        Assert.Equal([["1", "3", "8", "0.6000"], ["2", "2", "7", "0.5000"]], table.Rows);
    }

    [Fact]
    public async Task With_repeats_their_spread_has_columns()
    {
        using var sweep = SampleSweeps.Repeated();
        var columns = new ResultColumns(await sweep.Read());
        Assert.Equal(["rank", "activation", "layers", "epochs", "accuracy", "parameters", "repeats", "sd", "low", "high", "best", "best.point", "seconds"], columns.All.Select(c => c.Name));
        var best = (await sweep.Read()).Configurations.Take(1).ToList();
        Assert.Equal(["0.0036", "0.8965", "0.9054", "0.9057", "15"], new[] { "sd", "low", "high", "best", "best.point" }.Select(name => columns.Find(name)!.Cells(best)[0]));
    }

    private static IEnumerable<string> Columns(ReportTable table) => table.Columns.Select(c => c.Name);

    private static (string? Paragraph, ReportTable Table, SweepReport Report) Parts(SweepReport report, ReportView view)
    {
        var blocks = ResultTable.Of(report, view);
        return (blocks.OfType<ReportBlock.Paragraphs>().SingleOrDefault()?.Texts[0], blocks.OfType<ReportTable>().Single(), report);
    }

    /// <summary>A grid whose accuracy falls with the index of the point; each axis with two values halves what is left.</summary>
    private static SweepOnDisk Grid(params (string Name, object?[] Values)[] axes)
    {
        var sweep = new SweepOnDisk();
        var points = sweep.Axes("S.M", Most, axes).Count;
        for (var i = 0; i < points; i++)
            sweep.Finish(i, SampleSweeps.NodeA, 1, ("accuracy", 1 - (i / 1000.0)), ("x", i), ("y", -i));
        return sweep;
    }
}
