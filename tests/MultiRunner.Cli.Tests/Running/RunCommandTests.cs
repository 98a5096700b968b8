using System.Text.RegularExpressions;

namespace MultiRunner.Cli.Tests.Running;

/// <summary><c>multirunner run</c> as a user would start it, with real test processes.</summary>
public sealed partial class RunCommandTests
{
    [Fact]
    public async Task Two_workers_share_a_sweep()
    {
        await using var run = ToolProcess.OfSubjects("FullyQualifiedName=Subjects.Quick.Run", "--workers", "2");
        var exit = await run.Exit();

        Assert.True(exit.Code == 0, exit.Error);
        Assert.Equal(Enumerable.Repeat(1, 200), run.ExecutionsOf("Run"));
        Assert.All(run.States("Quick.Run"), name => Assert.EndsWith("_finished", name, StringComparison.Ordinal));
        Assert.Equal(2, run.WorkersOf("Quick.Run").Count);
        Assert.StartsWith("Subjects.Quick.Run: 200 of 200 points finished, 0 failed.", exit.Out, StringComparison.Ordinal);
        Assert.Contains("worker 2: done", exit.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("output.log", exit.Error, StringComparison.Ordinal);
        Assert.Empty(run.ProcessesLeft());
    }

    [Fact]
    public async Task Two_workers_share_a_sweep_with_Microsoft_Testing_Platform()
    {
        await using var run = ToolProcess.OfTestingPlatformSubjects("FullyQualifiedName=Subjects.Quick.Run", "--workers", "2");
        var exit = await run.Exit();

        Assert.True(exit.Code == 0, exit.Error);
        Assert.Equal(Enumerable.Repeat(1, 200), run.ExecutionsOf("Run"));
        Assert.Equal(2, run.WorkersOf("Quick.Run").Count);
        Assert.StartsWith("Subjects.Quick.Run: 200 of 200 points finished, 0 failed.", exit.Out, StringComparison.Ordinal);
        Assert.Empty(run.ProcessesLeft());
    }

    [Fact]
    public async Task Failed_points_are_exit_code_1_and_the_log_is_named()
    {
        await using var run = ToolProcess.OfSubjects("FullyQualifiedName=Subjects.Failures.One_attempt");
        var exit = await run.Exit();

        Assert.Equal(1, exit.Code);
        Assert.Contains("2 of 3 points finished, 1 failed.", exit.Out, StringComparison.Ordinal);
        Assert.Contains("1 point of Subjects.Failures.One_attempt failed.", exit.Error, StringComparison.Ordinal);
        Assert.Contains("Two is one too many.", File.ReadAllText(Log().Match(exit.Error).Value), StringComparison.Ordinal);
        Assert.DoesNotContain("started again", exit.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_ordinary_test_that_fails_beside_a_sweep_is_exit_code_1()
    {
        await using var run = ToolProcess.OfSubjects("FullyQualifiedName~Subjects.Mixed");
        var exit = await run.Exit();

        Assert.Equal(1, exit.Code);
        Assert.Contains("3 of 3 points finished, 0 failed.", exit.Out, StringComparison.Ordinal);
        Assert.Contains("Worker 1 failed: dotnet test ended with exit code 1.", exit.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_of_a_sweep_is_complete_when_it_is_done()
    {
        await using var run = ToolProcess.OfSubjects("FullyQualifiedName=Subjects.Mixed.Sweep&DisplayName~2");
        var exit = await run.Exit();

        Assert.True(exit.Code == 0, exit.Error);
        Assert.Equal(["0_to_run", "1_finished", "2_to_run"], run.States("Mixed.Sweep"));
    }

    [Fact]
    public async Task A_sweep_of_which_only_skipped_points_are_left_is_a_success()
    {
        await using var run = ToolProcess.OfSubjects("FullyQualifiedName=Subjects.Skips.By_xunit", own: [], ("SUBJECTS_SKIP", "1"));
        var exit = await run.Exit();

        Assert.True(exit.Code == 0, exit.Error);
        Assert.StartsWith("Subjects.Skips.By_xunit: 1 of 2 points finished, 0 failed, 1 skipped.", exit.Out, StringComparison.Ordinal);
        Assert.EndsWith(
            "Points that skip themselves have no result, and are tried again by workers on other machines: 1 point of Subjects.Skips.By_xunit did so. The report says why.\n",
            exit.Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_sweep_there_is_no_success()
    {
        await using var run = ToolProcess.OfSubjects("FullyQualifiedName=Subjects.Mixed.Passes");
        var exit = await run.Exit();

        Assert.Equal(1, exit.Code);
        Assert.Contains("no test with [SweepTheory] was selected", exit.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SIGTERM_gives_the_claims_back_and_leaves_no_process()
    {
        await using var run = ToolProcess.OfSubjects("FullyQualifiedName=Subjects.Slow.Run", "--workers", "2");
        await run.RunningProcess("Slow.Run");

        run.Terminate();
        var clock = TimeProvider.System.GetTimestamp();
        var exit = await run.Exit();

        Assert.Equal(1, exit.Code);
        Assert.InRange(TimeProvider.System.GetElapsedTime(clock).TotalSeconds, 0, 30);
        Assert.Empty(run.ProcessesLeft());
        Assert.Equal(8, run.States("Slow.Run").Count);
        Assert.DoesNotContain(run.States("Slow.Run"), name => name.Contains("_running", StringComparison.Ordinal));
        Assert.Contains("To continue, run the same command again.", exit.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_whose_test_process_is_killed_is_started_again()
    {
        await using var run = ToolProcess.OfSubjects("FullyQualifiedName=Subjects.Quick.Run");
        ToolProcess.KillProcess(await run.RunningProcess("Quick.Run"));
        var exit = await run.Exit();

        Assert.True(exit.Code == 0, exit.Error);
        Assert.Contains("worker 1: crashed, started again (1)", exit.Error, StringComparison.Ordinal);
        Assert.All(run.States("Quick.Run"), name => Assert.EndsWith("_finished", name, StringComparison.Ordinal));
        Assert.Equal(2, run.WorkersOf("Quick.Run").Count);
        Assert.Empty(run.ProcessesLeft());
    }

    [Fact]
    public async Task A_worker_that_stops_after_errors_is_started_again_while_it_finishes_points()
    {
        // The first run finishes one point and fails twice, the second one likewise, and the third has one point left.
        await using var run = ToolProcess.OfSubjects("FullyQualifiedName=Subjects.Tiring.Retried", "--restarts", "0");
        var exit = await run.Exit();

        Assert.True(exit.Code == 0, exit.Error);
        Assert.Equal(["0_finished", "1_finished", "2_finished"], run.States("Tiring.Retried"));
        Assert.Equal(7, run.ExecutionsOf("Retried").Sum());
        Assert.Contains("worker 1: stopped with points left, started again (1): ", exit.Error, StringComparison.Ordinal);
        Assert.Contains("worker 1: stopped with points left, started again (2): ", exit.Error, StringComparison.Ordinal);
        Assert.Equal(3, run.WorkersOf("Tiring.Retried").Count);
    }

    [Fact]
    public async Task After_such_restarts_points_that_failed_are_exit_code_1()
    {
        // The first run finishes one point and fails another one for good, and the second run finishes the third.
        await using var run = ToolProcess.OfSubjects("FullyQualifiedName=Subjects.Tiring.Lost");
        var exit = await run.Exit();

        Assert.Equal(1, exit.Code);
        Assert.Contains("2 of 3 points finished, 1 failed.", exit.Out, StringComparison.Ordinal);
        Assert.Contains("1 point of Subjects.Tiring.Lost failed.", exit.Error, StringComparison.Ordinal);
        Assert.Contains("started again (1): ", exit.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("started again (2): ", exit.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_that_stops_before_it_has_finished_a_point_is_not_started_again()
    {
        await using var run = ToolProcess.OfSubjects("FullyQualifiedName=Subjects.Failures.All");
        var exit = await run.Exit();

        Assert.Equal(1, exit.Code);
        Assert.Equal(5, run.ExecutionsOf("All").Sum());
        Assert.DoesNotContain("started again (", exit.Error, StringComparison.Ordinal);
        Assert.Contains("Worker 1 stopped before it had finished a point, so it was not started again: it had 5 errors, and MaxErrors is 5. ", exit.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_test_process_of_a_dotnet_test_that_is_killed_is_stopped_and_not_started_again_when_that_is_not_allowed()
    {
        await using var run = ToolProcess.OfSubjects("FullyQualifiedName=Subjects.Slow.Run", "--restarts", "0");
        var test = await run.RunningProcess("Slow.Run");

        // dotnet test is the process that leads the group.
        ToolProcess.KillProcess(ToolProcess.GroupOf(test));
        var exit = await run.Exit();

        Assert.Equal(1, exit.Code);
        Assert.Contains("Worker 1 crashed", exit.Error, StringComparison.Ordinal);
        Assert.Empty(run.ProcessesLeft());
        Assert.DoesNotContain(run.States("Slow.Run"), name => name.Contains("_running", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_build_that_fails_is_exit_code_2()
    {
        await using var run = ToolProcess.Start("no-such.csproj");
        var exit = await run.Exit();

        Assert.Equal(2, exit.Code);
        Assert.Contains("No worker was started: 'dotnet build no-such.csproj' ended with exit code 1.", exit.Error, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"/\S+output\.log")]
    private static partial Regex Log();
}
