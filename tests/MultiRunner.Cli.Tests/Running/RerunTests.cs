using System.Text.Json;

namespace MultiRunner.Cli.Tests.Running;

/// <summary><c>multirunner rerun</c> and <c>multirunner clean</c> between and during runs of real test processes.</summary>
public sealed class RerunTests
{
    [Fact]
    public async Task A_point_whose_checkpoint_would_publish_the_old_result_is_computed_anew()
    {
        const string Filter = "FullyQualifiedName=Subjects.Again.Resumed";
        await using var first = ToolProcess.OfSubjects(Filter);
        Assert.Equal(0, (await first.Exit()).Code);
        var sweep = Path.Combine(first.Sweeps, "Subjects.Again.Resumed");
        Assert.Equal([1, 2, 3], Results(sweep));

        var rerun = await Tool.Run(TimeProvider.System, ["rerun", sweep, "--where", "n >= 2 and result < 3"]);
        await using var second = ToolProcess.OfSubjects(Filter, [], ("MULTIRUNNER_ROOT", first.Sweeps), ("SUBJECTS_MENDED", "1"), ("SUBJECTS_EXECUTIONS", first.Executions));
        var exit = await second.Exit();

        Assert.Equal((0, ""), (rerun.Code, rerun.Error));
        Assert.True(exit.Code == 0, exit.Error);
        Assert.Equal([1, 20, 3], Results(sweep));
        Assert.Equal([1, 2, 1], first.ExecutionsOf("Resumed"));
        var archive = Assert.Single(Directory.GetDirectories(Path.Combine(sweep, "archive")));
        Assert.Equal(2, ResultOf(Path.Combine(archive, "results", "1.json")));
        Assert.Equal("2", File.ReadAllText(Path.Combine(archive, "checkpoints", "1", "model.txt")));

        var clean = await Tool.Run(TimeProvider.System, ["clean", sweep, "--checkpoints"]);
        Assert.Equal((0, "Subjects.Again.Resumed: checkpoints of 3 finished points, 4 bytes, were deleted\n"), (clean.Code, clean.Out));
        Assert.Equal(0, (await Tool.Run(TimeProvider.System, ["verify", sweep])).Code);
    }

    [Fact]
    public async Task While_workers_run_each_point_that_is_put_back_runs_once_more_and_no_result_is_lost()
    {
        const string Filter = "FullyQualifiedName=Subjects.Quick.Run";
        await using var first = ToolProcess.OfSubjects(Filter, "--workers", "2");
        await first.RunningProcess("Quick.Run");
        var sweep = Path.Combine(first.Sweeps, "Subjects.Quick.Run");
        var isOver = first.Exit();
        while (!isOver.IsCompleted)
            Assert.InRange((await Tool.Run(TimeProvider.System, ["rerun", sweep, "--where", "point < 40 and state = finished"])).Code, 0, 1);
        await isOver;
        await using var second = ToolProcess.OfSubjects(Filter, [], ("MULTIRUNNER_ROOT", first.Sweeps), ("SUBJECTS_EXECUTIONS", first.Executions));
        var exit = await second.Exit();

        Assert.True(exit.Code == 0, exit.Error);
        Assert.All(first.States("Quick.Run"), name => Assert.EndsWith("_finished", name, StringComparison.Ordinal));
        var archived = Directory.GetFiles(Path.Combine(sweep, "archive"), "*.json", SearchOption.AllDirectories)
            .CountBy(file => Path.GetFileNameWithoutExtension(file)).ToDictionary();
        Assert.NotEmpty(archived);
        Assert.Equal(Enumerable.Range(0, 200).Select(point => 1 + archived.GetValueOrDefault($"{point}")), first.ExecutionsOf("Run"));
        Assert.Equal(0, (await Tool.Run(TimeProvider.System, ["verify", sweep])).Code);
    }

    private static int[] Results(string sweep) => [.. Enumerable.Range(0, 3).Select(point => ResultOf(Path.Combine(sweep, "results", $"{point}.json")))];

    private static int ResultOf(string file)
    {
        using var result = JsonDocument.Parse(File.ReadAllText(file));
        return result.RootElement.GetProperty("metrics").GetProperty("result").GetInt32();
    }
}
