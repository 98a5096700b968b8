using System.Text.RegularExpressions;

namespace MultiRunner.Tests.Faults;

/// <summary>Workers of several users in one root, and users who may only look.</summary>
public sealed partial class SeveralUsersTests : IDisposable
{
    private static readonly (string Name, string? Value) NoSpeculation = ("MULTIRUNNER_SPECULATION", "Never");

    private readonly TempRoot root = new();

    public SeveralUsersTests()
    {
        Directory.CreateDirectory(root.Sweeps);
        UserGroup.Own(Path.GetDirectoryName(root.Reports)!, SubjectRunner.CommandLine(Host.Executable, root, "", "").Command[0]);
    }

    public void Dispose() => root.Dispose();

    [Fact]
    public async Task Two_share_a_sweep_and_one_finishes_what_a_killed_worker_of_the_other_held()
    {
        var sweep = new SharedSweep(root, "Quick.Run");
        await using var first = Start(sweep, UserGroup.Member(1));
        await using var second = Start(sweep, UserGroup.Member(2));

        await sweep.Until(s => s.Executions >= 60 && s.RunningIn(first.Id).Count > 0 && s.RunningIn(second.Id).Count > 0, "points of both");
        first.Kill();
        var exit = await second.Exit();

        Assert.True(exit.ExitCode == 0, exit.Console);
        Assert.Empty(exit.Report!.With(TestOutcome.Failed));
        var end = sweep.AssertComplete(200, first.Id);
        Assert.InRange(end.Attempts.Count, 0, 1);
        Assert.InRange(sweep.Executions, 200, 201);
        Assert.Equal(2, Enumerable.Range(0, 200).Select(n => end.Result(n, "worker")).Distinct().Count());
        Assert.Empty(UserGroup.NotOfTheGroup(root.Sweeps));
    }

    [Fact]
    public async Task A_process_that_may_not_be_seen_is_not_taken_for_dead()
    {
        // As where /proc is mounted with hidepid: of another user's process there is no file, and no right to signal it.
        string[] hidden = ["unshare", "--mount", "sh", "-c", "mount -t proc -o hidepid=2 proc /proc; exec \"$@\"", "sh"];
        var sweep = new SharedSweep(root, "Slow.Run");
        await using var first = Start(sweep, [.. hidden, .. UserGroup.Member(1)], ("SUBJECTS_SECONDS", "1.5"));
        await using var second = Start(sweep, [.. hidden, .. UserGroup.Member(2)], ("SUBJECTS_SECONDS", "1.5"));

        // Whoever is done first waits for the last point of the other, and looks at it.
        var exits = await Task.WhenAll(first.Exit(), second.Exit());

        Assert.All(exits, exit => Assert.True(exit.ExitCode == 0, exit.Console));
        Assert.Empty(sweep.AssertComplete(8).Attempts);
        Assert.Equal(8, sweep.Executions);
        Assert.All(exits, exit => Assert.NotEmpty(exit.Report!.With(TestOutcome.Passed)));
    }

    [Fact]
    public async Task One_goes_on_where_another_left_off()
    {
        var sweep = new SharedSweep(root, "Slow.Run");
        await using var first = Start(sweep, UserGroup.Member(1));
        await sweep.Until(s => s.RunningIn(first.Id).Count > 0, "a point of the first user");
        first.Kill();
        await first.Exit();

        await using var second = Start(sweep, UserGroup.Member(2), ("SUBJECTS_SECONDS", "0.1"));
        var exit = await second.Exit();

        Assert.True(exit.ExitCode == 0, exit.Console);
        Assert.Equal("8 passed", exit.Report!.Summary);
        Assert.Equal("crash", Assert.Single(sweep.AssertComplete(8, first.Id).Attempts).GetProperty("kind").GetString());
        Assert.Empty(UserGroup.NotOfTheGroup(root.Sweeps));
    }

    [Fact]
    public async Task The_files_of_a_point_are_everybodys_and_so_is_its_next_attempt()
    {
        // The first attempt leaves a checkpoint and an artifact and fails, after which its worker has had its one error.
        var sweep = new SharedSweep(root, "Files.Artifacts_and_checkpoints");
        await using var first = Start(sweep, UserGroup.Member(1), ("MULTIRUNNER_MAX_ERRORS", "1"));
        Assert.Equal(1, (await first.Exit()).ExitCode);

        await using var second = Start(sweep, UserGroup.Member(2));
        var exit = await second.Exit();

        Assert.True(exit.ExitCode == 0, exit.Console);
        Assert.Equal("1 passed", exit.Report!.Summary);
        Assert.Equal(["second.txt"], SweepSnapshot.Take(sweep.Directory).Names("artifacts/0/"));
        Assert.Empty(UserGroup.NotOfTheGroup(root.Sweeps));
    }

    [Fact]
    public async Task What_a_point_left_and_may_not_delete_itself_hides_nothing_and_stops_nobody()
    {
        var sweep = new SharedSweep(root, "Files.Locked");
        await using var worker = Start(sweep, UserGroup.Member(1));

        var exit = await worker.Exit();

        Assert.Equal(1, exit.ExitCode);
        Assert.Equal("3 passed, 1 failed", exit.Report!.Summary);
        Assert.StartsWith("System.InvalidOperationException : the real reason\nfailed for good after 3 attempts", exit.Report["Subjects.Files.Locked(n: 2)"].Message, StringComparison.Ordinal);
        Assert.Equal(["0_finished", "1_failed", "2_finished", "3_finished"], sweep.States.Order(StringComparer.Ordinal));
        var end = SweepSnapshot.Take(sweep.Directory);
        Assert.All(end.Attempts, attempt => Assert.Equal("the real reason", attempt.GetProperty("error").GetProperty("message").GetString()));
        Assert.Equal(3, end.Attempts.Count);
        Assert.Equal(["0/cache/model", "2/cache/model", "3/cache/model"], end.Names("artifacts/").Where(path => path[0] != '.'));
        Assert.Contains("but 'artifacts/.1.", exit.Console, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_that_may_not_write_is_told_the_remedy_and_goes_on()
    {
        var sweep = new SharedSweep(root, "Quick.Run");
        await using var careless = Start(sweep, UserGroup.Member(1, umask: "022"));
        await sweep.Until(s => s.States.Any(name => name.EndsWith("_finished", StringComparison.Ordinal)), "a result of the first user");

        await using var refused = Start(sweep, UserGroup.Member(2));
        var remedy = AssertRefused(await refused.Exit());
        careless.Kill();
        await careless.Exit();
        sweep.AssertNothingHalfDone();

        UserGroup.Shell(remedy);
        await using var second = Start(sweep, UserGroup.Member(2));
        var exit = await second.Exit();

        Assert.True(exit.ExitCode == 0, exit.Console);
        sweep.AssertComplete(200, careless.Id);
        Assert.Empty(UserGroup.NotOfTheGroup(root.Sweeps));
    }

    [Theory]
    [InlineData(Host.Executable)]
    [InlineData(Host.VSTest)]
    public async Task One_who_may_only_read_runs_nothing_but_sees_what_is_complete(Host host)
    {
        var sweep = new SharedSweep(root, "Quick.Few");
        await using (var member = Start(sweep, UserGroup.Member(1)))
            Assert.Equal(0, (await member.Exit()).ExitCode);
        var finished = Path.Combine(sweep.Directory, "ini", "7_finished");
        var open = Path.Combine(sweep.Directory, "ini", "7_to_run");
        File.Move(finished, open);

        await using (var refused = Watch(host, sweep))
            AssertRefused(await refused.Exit());

        File.Move(open, finished);
        await using var watching = Watch(host, sweep);
        var exit = await watching.Exit();

        Assert.True(exit.ExitCode == 0, exit.Console);
        Assert.Equal("24 skipped", exit.Report!.Summary);
        Assert.All(exit.Report.Tests, test => Assert.Matches(@"^finished on \S+ in \S+ s: result=\d+$", test.Message));
        Assert.Contains("24 of 24 points finished", exit.Console, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_who_may_only_read_and_has_another_build_leaves_the_manifest_as_it_is()
    {
        var sweep = new SharedSweep(root, "Quick.Few");
        await using (var member = Start(sweep, UserGroup.Member(1)))
            Assert.Equal(0, (await member.Exit()).ExitCode);
        var manifest = Path.Combine(sweep.Directory, "ini", "sweep.json");
        var ofAnotherBuild = File.ReadAllText(manifest).Replace("\"moduleId\": \"", "\"moduleId\": \"another-", StringComparison.Ordinal);
        File.WriteAllText(manifest, ofAnotherBuild);

        await using var watching = Watch(Host.Executable, sweep);
        var exit = await watching.Exit();

        Assert.True(exit.ExitCode == 0, exit.Console);
        Assert.Equal("24 skipped", exit.Report!.Summary);
        Assert.Equal(ofAnotherBuild, File.ReadAllText(manifest));
    }

    private WorkerProcess Start(SharedSweep sweep, string[] user, params (string Name, string? Value)[] environment) =>
        WorkerProcess.Start(Host.Executable, root, sweep.Filter, prefix: user, environment: [NoSpeculation, .. environment]);

    /// <summary>By a user who may write the report of the runner and nothing else.</summary>
    private WorkerProcess Watch(Host host, SharedSweep sweep)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(root.Reports, (UnixFileMode)0b111_111_111);
        return WorkerProcess.Start(host, root, sweep.Filter, prefix: UserGroup.Stranger, environment: [NoSpeculation, ("HOME", root.Reports), ("DOTNET_CLI_HOME", root.Reports), ("TMPDIR", root.Reports)]);
    }

    /// <summary>It ran nothing, and says why. Returns the commands that it advises.</summary>
    private static string AssertRefused(WorkerExit exit)
    {
        Assert.True(exit.ExitCode == 1, exit.Console);
        Assert.All(exit.Report!.Tests, test => Assert.Equal(TestOutcome.Failed, test.Outcome));
        Assert.Equal(exit.Report.Tests.Count - 1, exit.Report.Tests.Count(test => test.Message.StartsWith("NotRun : not run: the sweep could not be started", StringComparison.Ordinal)));
        var message = Refusal().Match(exit.Report.Tests.Single(test => !test.Message.StartsWith("NotRun", StringComparison.Ordinal)).Message);
        Assert.True(message.Success, exit.Console);
        return message.Groups["commands"].Value;
    }

    [GeneratedRegex(@"^MultiRunner\.SharedDirectoryException : create of '(?<sweep>\S+)/workers/\S+' failed: Permission denied \(error 13\)\. A worker must be able to write all files and directories of a sweep, whichever user made them\. Their owners give them to the group with: (?<commands>chgrp -R GROUP '\k<sweep>'; chmod -R g\+rwX '\k<sweep>'; find '\k<sweep>' -type d -exec chmod g\+s \{\} \+)\. And each user of the group starts workers with: umask 002\.$")]
    private static partial Regex Refusal();
}
