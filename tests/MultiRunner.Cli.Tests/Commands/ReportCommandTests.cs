using System.Text.Json;
using MultiRunner.Format;

namespace MultiRunner.Cli.Tests.Commands;

public sealed class ReportCommandTests : IDisposable
{
    private readonly SweepOnDisk sweep = new SweepOnDisk().WithFourPoints();

    public void Dispose() => sweep.Dispose();

    [Fact]
    public async Task The_report_is_written_and_printed()
    {
        sweep.Finish(2, "node-a-4711-3fa2", 2, ("result", 1));

        var report = await Tool.Run(sweep.Time, ["report", sweep.FullPath("")]);

        Assert.Equal((0, ""), (report.Code, report.Error));
        Assert.StartsWith("Samples.Training.Train: 1 of 4 points finished, 0 failed, 3 to run.", report.Out, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllText(sweep.FullPath(SweepLayout.TextReport)) + "\n", report.Out);
        Assert.Equal(["report/report.csv", "report/report.html", "report/report.json", "report/report.md", "report/report.txt"], sweep.Files().Where(path => path.StartsWith("report/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_report_follows_what_the_newest_code_says()
    {
        for (var point = 0; point < 4; point++)
            sweep.Finish(point, "node-a-4711-3fa2", 2, ("acc", point), ("err", point));
        sweep.Edit(m => m with { Objective = new Objective("err", Maximize: false), Current = [1, 3] });

        var report = await Tool.Run(sweep.Time, ["report", sweep.FullPath("")]);

        Assert.StartsWith("Samples.Training.Train: 2 of 2 points finished, 0 failed.\nBest: err = 1 at point 1: n = 2, in 2.0 s on node-a-4711-3fa2.\nThe noise is not known, since each configuration ran once. A parameter such as [Repeats(5)] int seed would tell.\n2 points of older code are kept and not shown.\n", report.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_the_JSON_report()
    {
        var report = await Tool.Run(sweep.Time, ["report", "--json", sweep.FullPath("")]);

        Assert.Equal(File.ReadAllText(sweep.FullPath(SweepLayout.JsonReport)), report.Out);
        Assert.Equal(4, JsonDocument.Parse(report.Out).RootElement.GetProperty("counts").GetProperty("toRun").GetInt32());
    }

    [Fact]
    public async Task The_size_of_the_checkpoints_of_finished_points_is_added_up()
    {
        sweep.Finish(2, "node-a-4711-3fa2", 2, ("result", 1));
        foreach (var (path, bytes) in new[] { ("checkpoints/2/model", 1_000), ("checkpoints/2/epochs/7/model", 500), ("checkpoints/0/model", 9_000) })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(sweep.FullPath(path))!);
            sweep.Write(path, new byte[bytes]);
        }

        var report = await Tool.Run(sweep.Time, ["report", sweep.FullPath("")]);

        Assert.Contains("\nThe checkpoints of 1 finished point are kept (1.5 kB in all). `multirunner clean --checkpoints` removes them.\n", report.Out, StringComparison.Ordinal);
        Assert.Equal(1500, JsonDocument.Parse(File.ReadAllText(sweep.FullPath(SweepLayout.JsonReport))).RootElement.GetProperty("checkpoints").GetProperty("bytes").GetInt64());
    }

    [Fact]
    public async Task A_report_that_cannot_be_written_is_printed_all_the_same()
    {
        sweep.Write("report", "in the way"u8);

        var report = await Tool.Run(sweep.Time, ["report", sweep.FullPath("")]);

        Assert.Equal(0, report.Code);
        Assert.StartsWith("Samples.Training.Train: 0 of 4 points finished", report.Out, StringComparison.Ordinal);
        Assert.Contains("The report could not be written to 'report'", report.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_line_is_the_full_path_of_the_report()
    {
        var report = await Tool.Run(sweep.Time, ["report", Path.GetRelativePath(Path.GetTempPath(), sweep.FullPath(""))]);

        Assert.Equal(sweep.FullPath(SweepLayout.TextReport), report.Out.TrimEnd().Split('\n')[^1]);
    }

    [Theory]
    [InlineData("--maximize", "ERR", 3, "Best: err = 3 at point 3: n = 4, in 2.0 s", "This is ranked by --maximize. The files in the sweep directory are ranked by the sweep's own objective, the lowest err.")]
    [InlineData("--minimize", "acc", 0, "Best: acc = 0 at point 0: n = 1, in 2.0 s", "This is ranked by --minimize. The files in the sweep directory are ranked by the sweep's own objective, the lowest err.")]
    public async Task What_is_printed_can_be_ranked_by_another_metric_and_the_files_stay_as_they_are(string option, string metric, int point, string best, string note)
    {
        FinishAll();

        var report = await Tool.Run(sweep.Time, ["report", sweep.FullPath(""), option, metric]);
        var json = await Tool.Run(sweep.Time, ["report", sweep.FullPath(""), option, metric, "--json"]);

        Assert.Equal((0, ""), (report.Code, report.Error));
        var lines = report.Out.Split('\n');
        Assert.StartsWith(best, lines[1], StringComparison.Ordinal);
        Assert.Equal(note, lines[3]);
        Assert.StartsWith("Best: err = 0 at point 0: n = 1, in 2.0 s", File.ReadAllLines(sweep.FullPath(SweepLayout.TextReport))[1], StringComparison.Ordinal);
        using var printed = JsonDocument.Parse(json.Out);
        Assert.Equal(point, printed.RootElement.GetProperty("best")[0].GetProperty("points")[0].GetInt32());
        Assert.False(printed.RootElement.TryGetProperty("basis", out _));
    }

    [Fact]
    public async Task Some_points_can_be_reported_on_alone_and_the_files_have_all()
    {
        FinishAll();

        var report = await Tool.Run(sweep.Time, ["report", sweep.FullPath(""), "--where", "n > 1 and acc < 3"]);

        Assert.Equal((0, ""), (report.Code, report.Error));
        Assert.StartsWith("Samples.Training.Train: 2 of 2 points finished, 0 failed.\nBest: err = 1 at point 1: n = 2,", report.Out, StringComparison.Ordinal);
        Assert.Contains("\nOnly the points for which n > 1 and acc < 3. The files in the sweep directory have all points.\n", report.Out, StringComparison.Ordinal);
        Assert.StartsWith("Samples.Training.Train: 4 of 4 points finished", File.ReadAllText(sweep.FullPath(SweepLayout.TextReport)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_that_is_wrong_is_exit_code_2_with_the_names_that_there_are()
    {
        FinishAll();

        var report = await Tool.Run(sweep.Time, ["report", sweep.FullPath(""), "--where", "m > 1"]);

        Assert.Equal((2, ""), (report.Code, report.Out));
        Assert.Contains("there is no 'm', which stands at position 1. Names: parameter n; metrics ", report.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_columns_and_order_of_the_table_can_be_chosen()
    {
        FinishAll();

        var report = await Tool.Run(sweep.Time, ["report", sweep.FullPath(""), "--top", "2", "--columns", "acc, N,worker", "--sort", "point desc"]);

        Assert.Equal((0, ""), (report.Code, report.Error));
        var lines = report.Out.Split('\n').ToList();
        var table = lines[(lines.IndexOf("The first 2 of 4 results by point, highest first") + 2)..];
        Assert.Equal(["acc  n  worker", "  3  4  node-a-4711-3fa2", "  2  3  node-a-4711-3fa2", ""], table.Where((_, i) => i is 0 or 2 or 3 or 4));
        Assert.DoesNotContain("The first 2", File.ReadAllText(sweep.FullPath(SweepLayout.TextReport)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--maximize", "acuracy", "--maximize takes the name of a metric, but no result of Samples.Training.Train has 'acuracy'. The metrics that they have: 'err', 'acc'.")]
    [InlineData("--columns", "acc,loss,N,x", "The report of Samples.Training.Train has no column 'loss' of --columns and none 'x' of --columns. Its columns: 'rank', 'point', 'n', 'err', 'acc', 'seconds', 'worker'.")]
    [InlineData("--sort", "size desc", "The report of Samples.Training.Train has no column 'size' of --sort. Its columns: 'rank', 'point', 'n', 'err', 'acc', 'seconds', 'worker'.")]
    [InlineData("--top", "0", "--top takes a whole number from 1, but it is '0'. Correct it, or leave it out.")]
    public async Task A_name_that_there_is_not_is_exit_code_2_with_those_that_there_are(string option, string value, string message)
    {
        FinishAll();

        var report = await Tool.Run(sweep.Time, ["report", sweep.FullPath(""), option, value]);

        Assert.Equal((2, ""), (report.Code, report.Out));
        Assert.Equal(message, report.Error.Split('\n')[0]);
    }

    [Fact]
    public async Task Another_sweep_that_has_the_metric_is_printed_all_the_same()
    {
        using var tree = new SweepTree();
        FinishAll();
        using var other = new SweepOnDisk();
        other.Axes("Samples.Other", null, ("n", [1]));
        other.Finish(0, "node-a-4711-3fa2", 1, ("err", 1));
        Copy(sweep, Path.Combine(tree.Path, "b"));
        Copy(other, Path.Combine(tree.Path, "a"));

        var report = await Tool.Run(sweep.Time, ["report", tree.Path, "--maximize", "acc"]);

        Assert.Equal(2, report.Code);
        Assert.StartsWith("--maximize takes the name of a metric, but no result of Samples.Other has 'acc'.", report.Error, StringComparison.Ordinal);
        Assert.Contains("Best: acc = 3 at point 3", report.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sweep_without_results_has_no_metric_that_could_be_wrong()
    {
        var report = await Tool.Run(sweep.Time, ["report", sweep.FullPath(""), "--maximize", "acc"]);

        Assert.Equal((0, ""), (report.Code, report.Error));
        Assert.Contains("No best point yet: none has finished.", report.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--maximize a --minimize b", "Points are ranked by one metric, but both --maximize and --minimize are given. Leave one of them out.")]
    [InlineData("--json --top 3 --sort acc", "--json prints the whole report, but --top and --sort would choose what its table of results shows. Leave out one or the other.")]
    public async Task Options_that_contradict_one_another_are_exit_code_2(string options, string message)
    {
        var report = await Tool.Run(sweep.Time, ["report", sweep.FullPath(""), .. options.Split(' ')]);

        Assert.Equal((2, ""), (report.Code, report.Out));
        Assert.Equal(message, report.Error.Split('\n')[0]);
    }

    /// <summary>A filter asks for the manifest, and that of the first sweep cannot be read.</summary>
    [Theory]
    [InlineData("report")]
    [InlineData("best")]
    [InlineData("status")]
    public async Task The_other_sweeps_are_shown_when_one_cannot_be_read(string command)
    {
        FinishAll();
        using var tree = new SweepTree();
        foreach (var name in new[] { "a", "b" })
            Copy(sweep, Path.Combine(tree.Path, name));
        File.WriteAllText(Path.Combine(tree.Path, "a", SweepLayout.Manifest), "{");

        var shown = await Tool.Run(sweep.Time, [command, tree.Path, "--where", "state = finished"]);

        Assert.Equal(1, shown.Code);
        Assert.StartsWith($"{Path.Combine(tree.Path, "a")}: '{SweepLayout.Manifest}' cannot be read: ", shown.Error, StringComparison.Ordinal);
        Assert.Contains("Training.Train", shown.Out, StringComparison.Ordinal);
    }

    private static void Copy(SweepOnDisk from, string to)
    {
        foreach (var file in from.Files())
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(to, file))!);
            File.Copy(from.FullPath(file), Path.Combine(to, file));
        }
    }

    /// <summary>Finishes all points; the sweep minimises err.</summary>
    private void FinishAll()
    {
        for (var point = 0; point < 4; point++)
            sweep.Finish(point, "node-a-4711-3fa2", 2, ("acc", point), ("err", point));
        sweep.Edit(m => m with { Objective = new Objective("err", Maximize: false) });
    }
}
