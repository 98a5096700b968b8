using System.Text.Json;

namespace MultiRunner.Tests.EndToEnd;

/// <summary>The files that an experiment leaves beside its result.</summary>
public sealed class FilesTests
{
    [Fact]
    public async Task A_point_leaves_nothing_in_the_temporary_directory()
    {
        using var root = new TempRoot();
        var temporary = Directory.CreateDirectory(Path.Combine(root.Reports, "temporary")).FullName;

        var run = await SubjectRunner.Run(Host.Executable, root, "FullyQualifiedName=Subjects.Quick.Few", environment: ("TMPDIR", temporary));

        Assert.Matches("^[0-9]+ passed$", run.Report.Summary);
        Assert.Empty(Directory.EnumerateFileSystemEntries(temporary));
    }

    [Fact]
    public async Task Checkpoints_survive_a_failed_attempt_and_artifacts_are_those_of_the_attempt_that_counts()
    {
        using var root = new TempRoot();

        var run = await SubjectRunner.Run(Host.Executable, root, "FullyQualifiedName=Subjects.Files.Artifacts_and_checkpoints");

        Assert.Equal("1 passed", run.Report.Summary);
        var sweep = run.Sweeps["Subjects.Files.Artifacts_and_checkpoints"];
        Assert.Equal(["0/second.txt"], sweep.Names("artifacts/"));
        Assert.Equal("n = 1", sweep["artifacts/0/second.txt"]);
        Assert.Equal(["0/epoch.txt"], sweep.Names("checkpoints/"));
        Assert.Equal(2, sweep.Result(0).GetProperty("attempt").GetInt32());
    }

    [Fact]
    public async Task The_curve_of_a_resumed_attempt_begins_where_the_checkpoint_was()
    {
        using var root = new TempRoot();

        var run = await SubjectRunner.Run(Host.Executable, root, "FullyQualifiedName=Subjects.Files.Resumed_curve");

        Assert.Equal("1 passed", run.Report.Summary);
        var sweep = run.Sweeps["Subjects.Files.Resumed_curve"];
        Assert.Equal("""{"loss":[[4,0.25],[5,0.2],[6,0.16666666666666666]]}""", sweep.Result(0, "curves"));
        using var report = JsonDocument.Parse(sweep["report/report.json"]);
        var curve = report.RootElement.GetProperty("points")[0].GetProperty("curves").GetProperty("loss");
        Assert.Equal("""{"steps":3,"first":[4,0.25],"last":[6,0.16666666666666666],"best":[6,0.16666666666666666],"samples":[[4,0.25],[5,0.2],[6,0.1666667]]}""", JsonSerializer.Serialize(curve));
        Assert.Contains("\nThe checkpoints of 1 finished point are kept (`multirunner report` adds up their size).", sweep["report/report.txt"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_attempt_that_was_given_up_writes_on_into_its_own_directory_only()
    {
        using var root = new TempRoot();

        var run = await SubjectRunner.Run(Host.Executable, root, "FullyQualifiedName=Subjects.Files.Abandoned");

        Assert.Equal("1 passed", run.Report.Summary);
        var sweep = run.Sweeps["Subjects.Files.Abandoned"];
        Assert.Equal(["0/second.txt"], sweep.Names("artifacts/").Where(path => path[0] != '.'));
        Assert.Single(sweep.Attempts);
    }
}
