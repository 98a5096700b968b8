using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using MultiRunner.Format;
using MultiRunner.Tests.Running;

namespace MultiRunner.Cli.Tests.Commands;

/// <summary>The tool in the hands of users who did not make the sweep: of its group, and of another.</summary>
public sealed class SeveralUsersTests : IDisposable
{
    private const string Gone = "node-a-4711-3fa2";

    // Not the copy beside these tests: when coverage is collected, its processes write to one file, whichever user's they are.
    private static readonly string Program =
        typeof(SeveralUsersTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Tool").Value!;

    private readonly SweepOnDisk sweep = new SweepOnDisk().WithFourPoints();
    private readonly string[] made;

    public SeveralUsersTests()
    {
        sweep.Finish(0, Gone, 2, ("result", 1));
        sweep.Move(1, PointState.Failed);
        sweep.Error(1, Gone, 1, "System.InvalidOperationException", "No good.");
        sweep.Move(2, PointState.Running, Gone);
        sweep.Write($"workers/.{Gone}.json.{Gone}", "left behind"u8);
        sweep.Gone(Gone);
        UserGroup.Own(sweep.FullPath(""), Program);
        made = sweep.Files();
    }

    public void Dispose() => sweep.Dispose();

    [Fact]
    public async Task One_who_may_only_read_is_shown_everything()
    {
        var status = await Run(UserGroup.Stranger, "status");
        var json = await Run(UserGroup.Stranger, "status", "--json");
        var report = await Run(UserGroup.Stranger, "report");
        var data = await Run(UserGroup.Stranger, "report", "--json");
        var verify = await Run(UserGroup.Stranger, "verify");

        Assert.Equal((0, ""), (status.Code, status.Error));
        Assert.StartsWith("Samples.Training.Train: 4 points: 1 to run, 1 running, 1 finished, 1 failed", status.Out, StringComparison.Ordinal);
        Assert.Equal((0, 1), (json.Code, JsonDocument.Parse(json.Out).RootElement.GetProperty("sweeps").GetArrayLength()));
        Assert.Equal(0, report.Code);
        Assert.StartsWith("Samples.Training.Train: 1 of 4 points finished", report.Out, StringComparison.Ordinal);
        Assert.Contains("The report could not be written to 'report': Access to the path", report.Error, StringComparison.Ordinal);
        Assert.Equal((0, 1), (data.Code, JsonDocument.Parse(data.Out).RootElement.GetProperty("counts").GetProperty("finished").GetInt32()));
        Assert.Equal(1, verify.Code);
        Assert.Contains($"belongs to {Gone}, which is gone", verify.Error, StringComparison.Ordinal);
        Assert.Equal(made, sweep.Files());
    }

    [Theory]
    [InlineData("rerun", "--failed")]
    [InlineData("verify", "--repair")]
    public async Task One_who_may_only_read_changes_nothing_and_is_told_why(params string[] command)
    {
        var refused = await Run(UserGroup.Stranger, command);

        Assert.Equal(1, refused.Code);
        Assert.Contains($" of '{sweep.FullPath("")}", refused.Error, StringComparison.Ordinal);
        Assert.Contains("failed: Permission denied (error 13). A worker must be able to write all files and directories of a sweep, whichever user made them.", refused.Error, StringComparison.Ordinal);
        Assert.Equal(made, sweep.Files());
    }

    [Fact]
    public async Task One_of_the_group_does_everything()
    {
        var repair = await Run(UserGroup.Member(1), "verify", "--repair", "--lease", "1");
        var rerun = await Run(UserGroup.Member(2), "rerun", "--failed");
        var first = await Run(UserGroup.Member(1), "report");
        var second = await Run(UserGroup.Member(2), "report");
        var verify = await Run(UserGroup.Member(2), "verify");

        Assert.Equal((0, ""), (repair.Code, repair.Error));
        Assert.Contains("repaired: ", repair.Out, StringComparison.Ordinal);
        Assert.Equal((0, ""), (rerun.Code, rerun.Error));
        Assert.Equal((0, ""), (first.Code, first.Error));
        Assert.Equal((0, ""), (second.Code, second.Error));
        Assert.Equal(["ini/0_finished", "ini/1_to_run", "ini/2_to_run", "ini/3_to_run"], sweep.Files().Where(path => path.Contains('_', StringComparison.Ordinal)));
        Assert.Empty(UserGroup.NotOfTheGroup(sweep.FullPath("")));
        Assert.Equal((0, ""), (verify.Code, verify.Error));
    }

    /// <summary>Where the directory of checkpoints is sticky, only their owner may rename them.</summary>
    [Fact]
    public async Task A_point_whose_checkpoints_may_not_be_moved_does_not_hold_up_the_other_points()
    {
        await KeepCheckpoints();

        var rerun = await Run(UserGroup.Member(2), "rerun", "--points", "0,1");

        Assert.Equal(1, rerun.Code);
        Assert.Contains(": point 1 is to run again\n", rerun.Out, StringComparison.Ordinal);
        Assert.Contains(": 1 failed attempt is in 'archive/", rerun.Out, StringComparison.Ordinal);
        Assert.Contains(": point 0 could not be put back: A rerun moves 'checkpoints/0' to 'archive/", rerun.Error, StringComparison.Ordinal);
        Assert.Equal(["ini/0_finished", "ini/1_to_run"], sweep.Files().Where(path => path.StartsWith("ini/0_", StringComparison.Ordinal) || path.StartsWith("ini/1_", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Checkpoints_that_may_not_be_moved_are_said_not_to_be_deleted()
    {
        await KeepCheckpoints();

        var clean = await Run(UserGroup.Member(2), "clean", "--checkpoints");

        Assert.Equal(1, clean.Code);
        Assert.Contains(": the checkpoints of point 0 cannot be deleted: Checkpoints are renamed before they are deleted, but ", clean.Error, StringComparison.Ordinal);
        Assert.Contains("checkpoints/0/model", sweep.Files());
        Assert.Contains("ini/0_finished", sweep.Files());
    }

    [Fact]
    public async Task A_directory_that_not_even_its_owner_may_write_is_left_and_the_rest_is_repaired()
    {
        var artifacts = $"artifacts/.3.{Gone}.1";
        var path = sweep.FullPath(artifacts);
        await Start([.. UserGroup.Member(1), "sh", "-ec", $"mkdir -p {path}/cache; touch {path}/cache/model; chmod 0500 {path}/cache"]);

        var repair = await Run(UserGroup.Member(1), "verify", "--repair", "--lease", "1");

        Assert.Equal(1, repair.Code);
        Assert.Contains($"A worker removes its temporary files, but the worker of '{artifacts}' is gone, and repair could not delete the files: Access to the path '{path}/cache/model' is denied. They are not needed.", repair.Error, StringComparison.Ordinal);
        Assert.Single(repair.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("ini/2_to_run", sweep.Files());
        Assert.DoesNotContain($"workers/.{Gone}.json.{Gone}", sweep.Files());
    }

    private Task<ToolResult> KeepCheckpoints()
    {
        var path = sweep.FullPath("checkpoints");
        return Start([.. UserGroup.Member(1), "sh", "-ec", $"mkdir -p {path}/0; touch {path}/0/model; chmod 3775 {path}"]);
    }

    private Task<ToolResult> Run(string[] user, params string[] arguments) => Start([.. user, "dotnet", "exec", Program, .. arguments, sweep.FullPath("")]);

    private static async Task<ToolResult> Start(string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new ToolResult(process.ExitCode, await output, await error);
    }
}
