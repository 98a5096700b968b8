using System.Text.Json.Nodes;
using MultiRunner.Core.Tests.Schemas;
using MultiRunner.Format;

namespace MultiRunner.Cli.Tests.Commands;

public sealed class ShowCommandTests : IDisposable
{
    private readonly SweepOnDisk sweep = EverythingSweep.Create();

    public void Dispose() => sweep.Dispose();

    [Fact]
    public async Task A_finished_point_is_shown_with_its_result_and_its_files()
    {
        sweep.Put("checkpoints/0/epoch-3/model.bin", "model"u8);

        var shown = await Run("show", "0");

        Assert.Equal((0, ""), (shown.Code, shown.Error));
        var files = shown.Out.IndexOf("\n\nFiles in ", StringComparison.Ordinal);
        Assert.Equal(
            """
            Point 0 of Samples.Training.Train: finished
            Rank 1 of 2 by accuracy.
            Ran on alpha-4711-3fa2 from 2026-03-14 09:00:00 UTC for 1.0 s.
            Build: Samples 1.2.0.0 (3f2a9c01).

            Arguments
              n  1

            Metrics
              accuracy  0.9
              loss      NaN

            Texts
              optimizer  adam

            Curves
              accuracy  2 steps, first 0.5 at 1, last 0.9 at 2, best 0.9 at 2
              loss      2 steps, first 2 at 1, last NaN at 2, lowest 2 at 1, highest 2 at 1, 1 NaN

            Failed attempt (error) on beta-1709-9bc0 at 2026-03-14 09:01:00 UTC after 1.5 s
              System.TimeoutException: No answer.
                 at Somewhere()
              (from attempts/0.beta-1709-9bc0.1.json)
            """,
            shown.Out[..files]);
        var listed = shown.Out[files..].Split('\n').Select(line => line.Trim()).ToList();
        Assert.Contains("results/0.json", listed);
        Assert.Contains("checkpoints/0/epoch-3/model.bin", listed);
        Assert.Equal(102, listed.Count(line => line.StartsWith("artifacts/0/plot-", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_mean_is_of_the_points_that_have_the_metric()
    {
        using var repeated = new SweepOnDisk();
        repeated.Axes("S.M", new Objective("accuracy", Maximize: true), ("a", [1]), ("seed", [1, 2, 3, 4]));
        repeated.Repeat("seed");
        repeated.Finish(0, "alpha-4711-3fa2", 1, ("accuracy", 1));
        repeated.Finish(1, "alpha-4711-3fa2", 1, ("accuracy", 2));
        repeated.Finish(2, "alpha-4711-3fa2", 1, ("loss", 2));

        var shown = await Tool.Run(repeated.Time, ["show", "2", repeated.FullPath("")]);

        Assert.Contains("Rank 1 of 1 by accuracy, by the mean of points 0 and 1.\n", shown.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2", "failed", "System.InvalidOperationException: The loss is NaN.")]
    [InlineData("3", "running", "Runs on alpha-4711-3fa2.")]
    [InlineData("4", "skipped", "alpha  Needs a GPU.")]
    [InlineData("5", "to run", "n  6")]
    public async Task A_point_in_another_state_is_shown_with_what_there_is(string point, string state, string line)
    {
        var shown = await Run("show", point);

        Assert.Equal((0, ""), (shown.Code, shown.Error));
        Assert.StartsWith($"Point {point} of Samples.Training.Train: {state}\n", shown.Out, StringComparison.Ordinal);
        Assert.Contains(line, shown.Out.Split('\n').Select(each => each.Trim()));
    }

    [Fact]
    public async Task A_stack_trace_is_whole_where_the_report_has_cut_it()
    {
        var stack = string.Join('\n', Enumerable.Range(0, 150).Select(i => $"   at Samples.Training.Deep{i}({new string('x', 100)})"));
        var path = sweep.FullPath(SweepLayout.Attempt(2, SampleSweeps.NodeA, 1));
        var record = JsonNode.Parse(File.ReadAllText(path))!;
        record["error"]!["stack"] = stack;
        File.WriteAllText(path, record.ToJsonString());

        var json = JsonNode.Parse((await Run("show", "2", "--json")).Out)!;
        var text = await Run("show", "2");

        Assert.Equal(stack, json["attempts"]![0]!["stack"]!.ToString());
        Assert.Contains("at Samples.Training.Deep149(", text.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("show 6", "Samples.Training.Train has no point 6. Its points are 0 to 5.")]
    [InlineData("show x", "POINT is the index of a point, from 0, but it is 'x'. Write 'multirunner show POINT PATH', such as 'multirunner show 13 sweeps'.")]
    [InlineData("show", "Required argument missing for command: 'show'.")]
    [InlineData("show 1 a b", "'multirunner show' takes one POINT at most and one PATH at most, but it got '1', 'a', 'b'. Repeat the command for each of them, or give a directory above all of them.")]
    public async Task A_point_that_there_is_not_is_exit_code_2(string line, string message)
    {
        var shown = await Run(line.Split(' '));

        Assert.Equal((2, ""), (shown.Code, shown.Out));
        Assert.Equal(message, shown.Error.Split('\n')[0]);
    }

    [Fact]
    public async Task Of_several_sweeps_one_must_be_named()
    {
        using var tree = new SweepTree();
        foreach (var name in new[] { "a", "b" })
        {
            Directory.CreateDirectory(Path.Combine(tree.Path, name, "ini"));
            File.Copy(sweep.FullPath(SweepLayout.Manifest), Path.Combine(tree.Path, name, SweepLayout.Manifest));
        }

        var shown = await Run("show", "1", tree.Path);

        Assert.Equal((2, ""), (shown.Code, shown.Out));
        Assert.StartsWith("A point is shown of one sweep, but there are 2: '", shown.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"format\"")]
    [InlineData(null)]
    public async Task A_result_that_cannot_be_read_is_a_warning(string? content)
    {
        var path = SweepLayout.Result(0);
        if (content is null)
            File.Delete(sweep.FullPath(path));
        else
            File.WriteAllText(sweep.FullPath(path), content);

        var shown = await Run("show", "0");
        var json = await Run("show", "0", "--json");

        Assert.Equal((0, ""), (shown.Code, shown.Error));
        Assert.Contains("\nWarning", shown.Out, StringComparison.Ordinal);
        Assert.Contains(path, shown.Out[shown.Out.IndexOf("\nWarning", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Contains(path, Assert.Single(JsonNode.Parse(json.Out)!["warnings"]!.AsArray())!.GetValue<string>(), StringComparison.Ordinal);
    }

    private Task<ToolResult> Run(params string[] line) => Tool.Run(sweep.Time, line, directory: sweep.FullPath(""));
}
