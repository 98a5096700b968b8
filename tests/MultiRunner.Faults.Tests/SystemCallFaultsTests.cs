
namespace MultiRunner.Tests.Faults;

/// <summary>System calls of a real worker that strace makes fail.</summary>
public sealed class SystemCallFaultsTests : IDisposable
{
    private readonly TempRoot root = new();
    private readonly SharedSweep sweep;

    public SystemCallFaultsTests()
    {
        Requirements.Need(OperatingSystem.IsLinux(), "strace is there on Linux only.");
        Requirements.NeedProgram("strace", "apt-get install strace");
        sweep = new SharedSweep(root, "Quick.Few");
    }

    private string Log => Path.Combine(root.Reports, "strace.log");

    public void Dispose() => root.Dispose();

    [Theory]
    [InlineData("rename", "EIO", "when=2+4")]
    [InlineData("rename", "ESTALE", "when=3+5")]
    [InlineData("fsync", "EIO", "when=1+3")]
    [InlineData("unlink", "EIO", "when=1+2")]
    public async Task A_passing_error_is_tried_again(string call, string error, string when)
    {
        await using var worker = Start(call, error, when);

        var exit = await worker.Exit();

        Assert.True(exit.ExitCode == 0, exit.Console);
        Assert.Equal("24 passed", exit.Report!.Summary);
        Assert.Empty(sweep.AssertComplete(24).Attempts);
        Assert.Equal(24, sweep.Executions);
        if (call != "unlink")
            Assert.Contains("(INJECTED)", await File.ReadAllTextAsync(Log, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_listing_that_fails_is_tried_again()
    {
        await using (var first = sweep.Join())
            await first.Exit();
        File.Move(Path.Combine(sweep.Directory, "ini/7_finished"), Path.Combine(sweep.Directory, "ini/7_to_run"));

        // A listing takes two of these calls.
        await using var worker = Start("getdents64", "ESTALE", "when=1+3", "-P", Path.Combine(sweep.Directory, "ini"));
        var exit = await worker.Exit();

        Assert.True(exit.ExitCode == 0, exit.Console);
        Assert.Equal("1 passed, 23 skipped", exit.Report!.Summary);
        sweep.AssertComplete(24);
        Assert.Contains("ESTALE", await File.ReadAllTextAsync(Log, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_opened_at_first_is_tried_again()
    {
        var sweep = new SharedSweep(root, "Quick.Few");
        await using (var first = sweep.Join())
            await first.Exit();

        await using var worker = WorkerProcess.Start(
            Host.Executable,
            root,
            sweep.Filter,
            prefix: ["strace", "-f", "-qq", "-o", Log, "-P", Path.Combine(sweep.Directory, "ini/sweep.json"), "-e", "trace=openat", "-e", "inject=openat:error=ESTALE:when=1..2"]);
        var exit = await worker.Exit();

        Assert.True(exit.ExitCode == 0, exit.Console);
        Assert.Equal("24 skipped", exit.Report!.Summary);
        var injected = (await File.ReadAllLinesAsync(Log, TestContext.Current.CancellationToken)).Count(line => line.Contains("(INJECTED)", StringComparison.Ordinal));

        // strace counts by thread, and a later try may be made on another one.
        Assert.InRange(injected, 2, 20);
    }

    [Fact]
    public async Task A_directory_of_an_attempt_that_cannot_be_made_at_first_is_not_the_fault_of_the_experiment()
    {
        var files = new SharedSweep(root, "Files.Artifacts_and_checkpoints");
        await using var worker = StartWithoutCheckpoints(files, "ESTALE:when=1..2");

        var exit = await worker.Exit();

        Assert.True(exit.ExitCode == 0, exit.Console);
        Assert.Contains("(INJECTED)", await File.ReadAllTextAsync(Log, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var attempt = Assert.Single(SweepSnapshot.Take(files.Directory).Attempts);
        Assert.Equal("Killed after the checkpoint.", attempt.GetProperty("error").GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_directory_of_an_attempt_that_cannot_be_made_at_all_stops_the_worker_and_counts_no_attempt()
    {
        var files = new SharedSweep(root, "Files.Artifacts_and_checkpoints");
        await using var worker = StartWithoutCheckpoints(files, "ENOSPC");

        var exit = await worker.Exit();

        Assert.Equal(1, exit.ExitCode);
        Assert.Contains("this worker stopped before it reached this point: the sweep directory failed: No space left on device", Assert.Single(exit.Report!.Tests).Message, StringComparison.Ordinal);
        Assert.Equal(["0_to_run"], files.States);
        Assert.Empty(SweepSnapshot.Take(files.Directory).Attempts);
    }

    [Fact]
    public async Task A_rename_that_says_no_such_file_is_no_reason_to_lose_anything()
    {
        await using var worker = Start("rename", "ENOENT", "when=2+3");

        var exit = await worker.Exit();

        Assert.True(exit.ExitCode == 0, exit.Console);
        Assert.Equal("24 passed", exit.Report!.Summary);
        Assert.Empty(sweep.AssertFinished(24).Attempts);
        Assert.Equal(24, sweep.Executions);
    }

    [Theory]
    [InlineData("fsync", "ENOSPC", "when=3+", "No space left on device")]
    [InlineData("fsync", "EDQUOT", "when=3+", "Disk quota exceeded")]
    [InlineData("rename", "EROFS", "when=5+", "Read-only file system")]
    [InlineData("rename", "EACCES", "when=5+", "Permission denied")]
    public async Task A_lasting_error_stops_the_worker_and_the_next_one_goes_on(string call, string error, string when, string message)
    {
        await using (var worker = Start(call, error, when))
        {
            var exit = await worker.Exit();

            Assert.Equal(1, exit.ExitCode);
            Assert.Contains("(INJECTED)", await File.ReadAllTextAsync(Log, TestContext.Current.CancellationToken), StringComparison.Ordinal);
            Assert.NotEmpty(exit.Report!.With(TestOutcome.Failed));
            Assert.Contains(exit.Report.Tests, t => t.Outcome == TestOutcome.Failed && t.Message.Contains(message, StringComparison.Ordinal));
            sweep.AssertNothingHalfDone();
        }

        await using var next = sweep.Join();
        var end = await next.Exit();

        Assert.True(end.ExitCode == 0, end.Console);
        Assert.Equal(24, end.Report!.Tests.Count);
        sweep.AssertFinished(24);
    }

    private WorkerProcess StartWithoutCheckpoints(SharedSweep files, string error) => WorkerProcess.Start(
        Host.Executable,
        root,
        files.Filter,
        prefix: ["strace", "-f", "-qq", "-o", Log, "-P", Path.Combine(files.Directory, "checkpoints/0"), "-e", "trace=mkdir", "-e", $"inject=mkdir:error={error}"]);

    private WorkerProcess Start(string call, string error, string when, params string[] more) => WorkerProcess.Start(
        Host.Executable,
        root,
        sweep.Filter,
        prefix: ["strace", "-f", "-qq", "-o", Log, "-e", $"trace={call}", "-e", $"inject={call}:error={error}:{when}", .. more],
        environment: [("MULTIRUNNER_SPECULATION", "Never")]);
}
