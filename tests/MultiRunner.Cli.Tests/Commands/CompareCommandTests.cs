using MultiRunner.Core.Tests.Schemas;
using MultiRunner.Format;
using MultiRunner.Grids;
using MultiRunner.Results;

namespace MultiRunner.Cli.Tests.Commands;

public sealed class CompareCommandTests : IDisposable
{
    private const string OldBuild = "3f2a9c01-be22-4445-a67d-4b67fa65e862";
    private const string NewBuild = "77b1aa02-be22-4445-a67d-4b67fa65e862";

    private readonly SweepOnDisk before = new();
    private readonly SweepOnDisk after = new();

    /// <summary>Two learning rates with three seeds. The second one loses two percent, and its noise is a tenth of that.</summary>
    public CompareCommandTests()
    {
        foreach (var sweep in new[] { before, after })
        {
            sweep.Axes("Samples.Training.Train", new Objective("accuracy", Maximize: true), ("lr", [0.1, 0.2]), ("seed", [0, 1, 2]));
            sweep.Repeat("seed");
            for (var point = 0; point < 6; point++)
                Finish(sweep, point, Value(point, isAfter: sweep == after));
        }
    }

    public void Dispose()
    {
        before.Dispose();
        after.Dispose();
    }

    /// <summary>A gate takes 1 for a change that is too large.</summary>
    [Fact]
    public async Task A_sweep_that_cannot_be_read_is_exit_code_2()
    {
        File.WriteAllText(before.FullPath(SweepLayout.Manifest), "{");

        var result = await Compare("--fail-on", "accuracy < -1%");

        Assert.Equal((2, ""), (result.Code, result.Out));
        Assert.Contains(SweepLayout.Manifest, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answer_comes_first_and_only_what_has_changed_is_in_a_table_of_its_own()
    {
        var result = await Compare();

        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.StartsWith("Samples.Training.Train: 2 configurations in both, by accuracy: higher is better.\nBefore: ", result.Out, StringComparison.Ordinal);
        Assert.Contains("\nOf 2 configurations in both, 1 is worse and 1 is not distinguishable.\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("\nWorse: 1 configuration\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("-2.00 %  3 pairs", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("accuracy < -1%", 1)]
    [InlineData("accuracy < -3%", 0)]
    [InlineData("seconds > 10%", 0)]
    public async Task The_exit_code_tells_whether_a_condition_is_met(string condition, int code)
    {
        var text = await Compare("--fail-on", "accuracy > 50%", "--fail-on", condition);
        var markdown = await Compare("--fail-on", condition, "--format", "markdown");

        Assert.Equal((code, ""), (text.Code, text.Error));
        Assert.Equal(code, markdown.Code);
        Assert.Equal(code == 1, text.Out.Contains($"! \"{condition}\" is met beyond noise at 1 of 2 configurations: lr = 0.2 (-2.00 %).", StringComparison.Ordinal));
        Assert.Equal(code == 1, markdown.Error.StartsWith($"--fail-on \"{condition}\" is met", StringComparison.Ordinal));
        Assert.Contains("<details><summary>Not distinguishable: 1 configuration</summary>", markdown.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_condition_that_nothing_can_be_judged_by_is_exit_code_2()
    {
        for (var point = 0; point < 6; point++)
            after.Move(point, PointState.ToRun);

        var result = await Compare("--fail-on", "accuracy < -1%");

        Assert.Equal(2, result.Code);
        Assert.Contains("could not be judged: no configuration has a value on both sides.", result.Out, StringComparison.Ordinal);
        Assert.StartsWith("--fail-on judges configurations that have a value on both sides", result.Error, StringComparison.Ordinal);
    }

    /// <summary>The first configuration has lost nothing. Of the second one, which has, one repeat or all of them are still to run.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(1)]
    public async Task A_condition_that_is_not_decided_yet_is_exit_code_2(int open)
    {
        for (var point = 0; point < 6; point++)
            Finish(after, point, Value(point, isAfter: false));
        for (var point = 6 - open; point < 6; point++)
            after.Move(point, PointState.ToRun);

        var text = await Compare("--fail-on", "accuracy < -1%");
        var json = await Compare("--fail-on", "accuracy < -1%", "--json");
        var ended = await Compare("--fail-on", "accuracy < -1%", "--where", "state in (finished, failed)");

        var named = $"Points are still to run or running, so that conditions are not decided at 1 of 2 configurations: lr = 0.2 ({open} of 3 points after).";
        Assert.Equal((2, 2, 0), (text.Code, json.Code, ended.Code));
        Assert.Contains($"! {named}\n", text.Out, StringComparison.Ordinal);
        Assert.StartsWith("--fail-on judges sweeps whose points have run, but ", text.Error, StringComparison.Ordinal);
        Assert.Contains($"--fail-on: {named}\n", json.Error, StringComparison.Ordinal);
        PublishedSchema.Validates("compare", json.Out);
    }

    [Fact]
    public async Task A_condition_that_is_met_is_exit_code_1_although_points_are_to_run()
    {
        after.Move(0, PointState.ToRun);

        var result = await Compare("--fail-on", "accuracy < -1%");

        Assert.Equal((1, ""), (result.Code, result.Error));
        Assert.Contains("lr = 0.1 (1 of 3 points after).", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Some_points_can_be_compared_alone()
    {
        var result = await Compare("--where", "lr < 0.2");

        Assert.Contains("\nOf 1 configuration in both, 1 is not distinguishable.\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_as_its_schema_says()
    {
        after.Move(3, PointState.Failed);
        after.Error(3, "node-a-4711-3fa2", 1, "System.Exception", "no");
        before.Move(0, PointState.ToRun);

        var result = await Compare("--json", "--fail-on", "accuracy < -1%");

        PublishedSchema.Validates("compare", result.Out);
    }

    [Fact]
    public async Task The_page_has_both_sides_and_makes_no_request()
    {
        before.Edit(m => m with { Sweep = "Samples.<b>Train</b>" });
        after.Edit(m => m with { Sweep = "Samples.<b>Train</b>" });

        var result = await Compare("--html", after.FullPath("page.html"));

        Assert.Equal((0, ""), (result.Code, result.Error));
        var page = File.ReadAllText(after.FullPath("page.html"));
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
        Assert.Contains("<h1>Samples.&lt;b&gt;Train&lt;/b&gt;</h1>", page, StringComparison.Ordinal);
        Assert.Contains("<g class=\"worse\"><title>lr = 0.2: -0.018", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http://", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", page, StringComparison.Ordinal);
    }

    /// <summary>A reader that has opened the old page reads it to its end, since the new one is another file.</summary>
    [Fact]
    public async Task A_page_is_replaced_as_a_whole()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows does not replace a file that somebody reads.");
        var path = after.FullPath("page.html");
        File.WriteAllText(path, "the old page");
        using var reader = new StreamReader(path);

        var result = await Compare("--html", path);

        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Equal("the old page", await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.StartsWith("<!DOCTYPE html>", File.ReadAllText(path), StringComparison.OrdinalIgnoreCase);
        Assert.Empty(Directory.GetFiles(after.FullPath(""), ".page.html.*"));
    }

    [Fact]
    public async Task A_page_that_cannot_be_written_is_exit_code_2()
    {
        var result = await Compare("--html", after.FullPath("missing/page.html"));

        Assert.Equal((2, ""), (result.Code, result.Out));
        Assert.StartsWith("--html names a file that can be written, but ", result.Error, StringComparison.Ordinal);
    }

    /// <summary>A rerun has moved the results of the old build to the archive, that of point 5 after an even older one.</summary>
    [Fact]
    public async Task Two_builds_of_one_sweep_are_compared_with_what_reruns_have_archived()
    {
        for (var point = 0; point < 6; point++)
        {
            Archive(point, $"{point}.json", Value(point, isAfter: false), SweepOnDisk.Start);
            Finish(after, point, Value(point, isAfter: true), NewBuild);
        }

        Archive(5, "5.json", 0.1, SweepOnDisk.Start.AddHours(-1));
        Archive(5, "5.json.2", Value(5, isAfter: false), SweepOnDisk.Start);

        var result = await Tool.Run(after.Time, ["compare", after.FullPath(""), "--builds", "3f2a", "1.0.0.0 (77b1aa02)"]);

        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Contains($"\nBefore: build 1.0.0.0 (3f2a9c01) of {after.FullPath("")}: 6 of 6 points finished, 0 failed.\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("\nOf 2 configurations in both, 1 is worse and 1 is not distinguishable.\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_build_that_there_is_not_is_exit_code_2_with_those_that_there_are()
    {
        for (var point = 0; point < 6; point++)
            Finish(after, point, 1, NewBuild);

        var result = await Tool.Run(after.Time, ["compare", after.FullPath(""), "--builds", "9999", "77b1"]);

        Assert.Equal((2, ""), (result.Code, result.Out));
        Assert.Contains("but '9999' is none. Builds with results in ", result.Error, StringComparison.Ordinal);
        Assert.Contains(": 1.0.0.0 (77b1aa02) with 6 results, the last of 2026-03-14 09:00:00 UTC.", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A --json", "'multirunner compare' takes two sweep directories, A before and B after, but one alone is given.")]
    [InlineData("A B --builds 1 2", "--builds compares two builds of one sweep, but two paths are given.")]
    [InlineData("A B --maximize a --metric b", "Sweeps are compared by one metric, but --metric and --maximize are given.")]
    [InlineData("A B --format xml", "--format is text, markdown or json, but it is 'xml'.")]
    [InlineData("A B --format text --json", "--json means --format json, but --format is given as well.")]
    [InlineData("A B --fail-on accuracy", "--fail-on takes a metric, one of <, <=, > and >=, and a change")]
    [InlineData("A B --metric seconds", "--metric takes a metric of which the objective says whether more is better, but that of 'seconds' is not known.")]
    [InlineData("A B --minimize loss", "--minimize names the metric 'loss', which both sides must have")]
    [InlineData("A missing", "A sweep directory or a directory above it is needed, but ")]
    [InlineData("A B --where x=1", "--where \"x=1\" for ")]
    public async Task Wrong_use_is_exit_code_2(string line, string message)
    {
        string[] words = [.. line.Split(' ').Select(word => word == "A" ? before.FullPath("") : word == "B" ? after.FullPath("") : word)];

        var result = await Tool.Run(after.Time, ["compare", .. words]);

        Assert.Equal((2, ""), (result.Code, result.Out));
        Assert.StartsWith(message, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_different_sweeps_are_exit_code_2_with_what_differs()
    {
        after.Edit(m => m with { Sweep = "Samples.Other.Run" });

        var result = await Compare();

        Assert.Equal((2, ""), (result.Code, result.Out));
        Assert.Contains("the method is 'Samples.Training.Train' before and 'Samples.Other.Run' after.", result.Error, StringComparison.Ordinal);
    }

    private Task<ToolResult> Compare(params string[] more) =>
        Tool.Run(after.Time, ["compare", before.FullPath(""), after.FullPath(""), .. more]);

    private static double Value(int point, bool isAfter) =>
        0.9 + (point % 3 * 0.01) - (isAfter ? point < 3 ? (point - 1) * 0.001 : 0.0182 + ((point - 4) * 0.0005) : 0);

    private static void Finish(SweepOnDisk sweep, int point, double accuracy, string build = OldBuild) => sweep.Finish(
        point, "node-a-4711-3fa2", result => result with { Assembly = new AssemblyStamp("Samples", "1.0.0.0", build) }, ("accuracy", accuracy));

    private void Archive(int point, string name, double accuracy, DateTimeOffset started)
    {
        var metrics = new MetricSet();
        metrics.Record("accuracy", accuracy);
        after.Put($"{SweepLayout.Archive}/20260314T093000Z-node-a-4711-3fa2/results/{name}", new PointResult
        {
            Point = point,
            Arguments = new CanonicalJson("{}"),
            Metrics = metrics.Metrics,
            Worker = "node-a-4711-3fa2",
            Host = "node-a",
            Attempt = 1,
            Started = started,
            Seconds = 1,
            Assembly = new AssemblyStamp("Samples", "1.0.0.0", OldBuild),
        }.ToJson());
    }
}
