using System.Diagnostics;
using System.Text.Json;
using MultiRunner.Format;

namespace MultiRunner.Cli.Tests.Commands;

public sealed class BestCommandTests : IDisposable
{
    private const string Worker = "node-a-4711-3fa2";

    private readonly SweepOnDisk sweep = new();

    public void Dispose() => sweep.Dispose();

    [Fact]
    public async Task The_best_point_is_one_line_of_names_and_values()
    {
        FourPoints();

        var best = await Run("best");

        Assert.Equal(
            (0, "sweep=Samples.Training.Train rank=1 point=0 n=1 err=0 acc=0.25 seconds=2 worker=node-a-4711-3fa2\n", ""),
            (best.Code, best.Out, best.Error));
    }

    [Fact]
    public async Task What_may_change_the_best_and_what_is_equal_is_said_beside_it()
    {
        sweep.Axes("Samples.Training.Train", new Objective("acc", Maximize: true), ("n", [1, 2, 3]));
        sweep.Finish(0, "node-a-4711-3fa2", 2, ("acc", 0.5));
        sweep.Finish(1, "node-a-4711-3fa2", 2, ("acc", 0.5));

        var best = await Run("best");

        Assert.StartsWith("sweep=Samples.Training.Train rank=1 point=0 ", best.Out, StringComparison.Ordinal);
        Assert.Equal(
            "Samples.Training.Train: 1 point of 3 can still change that.\nSamples.Training.Train: The best is the first of 2 that are equal.\n",
            best.Error);
    }

    [Fact]
    public async Task Without_a_best_it_is_said_which_result_cannot_be_read()
    {
        sweep.Axes("Samples.Training.Train", new Objective("acc", Maximize: true), ("n", [1, 2, 3]));
        sweep.Finish(0, Worker, 2, ("acc", 0.5));
        sweep.Write("results/0.json", "{\"format\""u8);

        var best = await Run("best");

        Assert.Equal((1, ""), (best.Code, best.Out));
        Assert.Contains("results/0.json", best.Error.Split('\n')[0], StringComparison.Ordinal);
        Assert.Equal("Samples.Training.Train: No best point: no result has the metric 'acc'.", best.Error.Split('\n')[1]);
    }

    [Fact]
    public async Task More_of_them_are_a_line_each_by_the_metric_and_of_the_points_that_are_asked_for()
    {
        FourPoints();

        var best = await Run("best", "--top", "2", "--maximize", "ACC", "--where", "n < 4");

        Assert.Equal(["rank=1 point=2", "rank=2 point=1"], best.Out.TrimEnd().Split('\n').Select(line => string.Join(' ', line.Split(' ')[1..3])));
    }

    [Fact]
    public async Task With_repeats_the_line_has_means_and_the_interval()
    {
        sweep.Axes("Samples.Training.Train", new Objective("acc", Maximize: true), ("n", [1, 2]), ("seed", [1, 2]));
        sweep.Repeat("seed");
        foreach (var (point, value) in new[] { (0, 0.5), (1, 0.7), (2, 0.8), (3, 0.9) })
            sweep.Finish(point, Worker, 2, ("acc", value));

        var best = await Run("best");

        Assert.StartsWith("sweep=Samples.Training.Train rank=1 points=2,3 finished=2 low=0.21", best.Out, StringComparison.Ordinal);
        Assert.Contains(" high=1.48", best.Out, StringComparison.Ordinal);
        Assert.EndsWith(" n=2 acc=0.8500000000000001 seconds=2\n", best.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Finished_points_are_counted_with_a_value_or_without_and_a_warning_says_which_have_none()
    {
        sweep.Axes("Samples.Training.Train", new Objective("acc", Maximize: true), ("n", [1]), ("seed", [1, 2, 3]));
        sweep.Repeat("seed");
        sweep.Finish(0, Worker, 2, ("acc", 0.5));
        sweep.Finish(1, Worker, 2, ("acc", 0.5));
        sweep.Finish(2, Worker, 2, ("other", 1));

        var best = await Run("best");
        var json = await Run("best", "--json");

        Assert.StartsWith("sweep=Samples.Training.Train rank=1 points=0,1,2 finished=3 ", best.Out, StringComparison.Ordinal);
        Assert.Contains("point 2", best.Error, StringComparison.Ordinal);
        Assert.Equal(2, JsonDocument.Parse(json.Out).RootElement.GetProperty("sweeps")[0].GetProperty("best")[0].GetProperty("objective").GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task A_shell_takes_the_line_for_variables_and_runs_nothing_in_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no such shell.");
        const string Hostile = "it's $(touch here); `rm` \"x\" \\ \t\n*";
        sweep.Rows("Samples.Training.Train", new Objective("val loss", Maximize: false), ["text", "worker"], [Hostile, "true"]);
        sweep.Finish(0, Worker, 2, ("val loss", 1e-7), ("val/loss", 3));

        var best = await Run("best");
        using var shell = Process.Start(new ProcessStartInfo("sh")
        {
            ArgumentList = { "-c", $"{best.Out.TrimEnd()}; printf '%s|' \"$text\" \"$argument_worker\" \"$val_loss\" \"$val_loss_2\" \"$worker\"" },
            RedirectStandardOutput = true,
            WorkingDirectory = sweep.FullPath(""),
        })!;
        var printed = await shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.Equal("it's $(touch here); `rm` \"x\" \\   *|true|1E-07|3|node-a-4711-3fa2|", printed);
        Assert.False(File.Exists(sweep.FullPath("here")));
    }

    [Fact]
    public async Task Without_an_objective_the_metrics_are_named()
    {
        sweep.Axes("Samples.Training.Train", null, ("n", [1]));
        sweep.Finish(0, Worker, 2, ("acc", 1), ("err", 0));

        var best = await Run("best");

        Assert.Equal(
            (2, "", "A best point needs a metric to judge by, but Samples.Training.Train has no objective. Give --maximize or --minimize. "
                + "The metrics of its results: 'acc', 'err'.\n"),
            (best.Code, best.Out, best.Error));
    }

    [Fact]
    public async Task A_metric_that_no_result_has_is_exit_code_2_with_those_that_there_are()
    {
        FourPoints();

        var best = await Run("best", "--minimize", "los");

        Assert.Equal(
            (2, "", "--minimize takes the name of a metric, but no result of Samples.Training.Train has 'los'. The metrics that they have: 'err', 'acc'.\n"),
            (best.Code, best.Out, best.Error));
    }

    [Fact]
    public async Task While_nothing_has_finished_there_is_no_line_and_exit_code_1()
    {
        sweep.Axes("Samples.Training.Train", new Objective("acc", Maximize: true), ("n", [1]));

        var best = await Run("best");

        Assert.Equal((1, "", "Samples.Training.Train: No best point yet: none has finished.\n"), (best.Code, best.Out, best.Error));
    }

    [Fact]
    public async Task What_is_not_a_number_is_no_best()
    {
        sweep.Axes("Samples.Training.Train", new Objective("acc", Maximize: true), ("n", [1, 2]));
        sweep.Finish(0, Worker, 2, ("acc", double.NaN));

        var none = await Run("best");
        sweep.Finish(1, Worker, 2, ("acc", 0.5));
        var one = await Run("best", "--top", "2");

        Assert.Equal(
            (1, "", "Samples.Training.Train: No best point: acc is NaN wherever it was measured.\n"), (none.Code, none.Out, none.Error));
        Assert.Equal(0, one.Code);
        Assert.StartsWith("Samples.Training.Train: 'acc' is NaN at point 0. ", one.Error, StringComparison.Ordinal);
        Assert.StartsWith("sweep=Samples.Training.Train rank=1 point=1 ", Assert.Single(one.Out.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_written()
    {
        FourPoints();
        var before = Directory.GetFileSystemEntries(sweep.FullPath(""), "*", SearchOption.AllDirectories);

        await Run("best");

        Assert.Equal(before, Directory.GetFileSystemEntries(sweep.FullPath(""), "*", SearchOption.AllDirectories));
    }

    private void FourPoints()
    {
        sweep.Axes("Samples.Training.Train", new Objective("err", Maximize: false), ("n", [1, 2, 3, 4]));
        for (var point = 0; point < 4; point++)
            sweep.Finish(point, Worker, 2, ("acc", (point + 1) / 4.0), ("err", point));
    }

    private Task<ToolResult> Run(params string[] line) => Tool.Run(sweep.Time, line, directory: sweep.FullPath(""));
}
