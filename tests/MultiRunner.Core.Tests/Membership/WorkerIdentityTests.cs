using System.Diagnostics;
using System.Globalization;
using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Storage;
using Xunit;

namespace MultiRunner.Core.Tests.Membership;

public class WorkerIdentityTests
{
    private const string NeedsStartTimes = "needs a system that tells when a process started";

    // Not WorkerProcess.Identify(): these tests, too, may run in a job of Slurm.
    private static readonly WorkerIdentity Me = WorkerProcess.Identify(_ => null);

    public static bool HasStartTimes => OperatingSystem.IsLinux() || OperatingSystem.IsWindows();

    [Fact]
    public void An_id_is_a_short_and_safe_file_name()
    {
        Assert.Matches(@"\A[A-Za-z0-9]([A-Za-z0-9-]{0,30}[A-Za-z0-9])?-[0-9]+-[0-9a-f]{4}\z", Me.Id);
        Assert.Contains($"-{Environment.ProcessId}-", Me.Id, StringComparison.Ordinal);
        Assert.True(StateFile.TryParse($"3_running.{Me.Id}", out var file));
        Assert.Equal(Me.Id, file.Owner);
    }

    [Fact]
    public void An_id_shows_the_job_and_the_task_between_host_and_process()
    {
        Dictionary<string, string?> environment = new() { ["SLURM_ARRAY_JOB_ID"] = "1042", ["SLURM_ARRAY_TASK_ID"] = "3" };

        var id = WorkerProcess.Identify(name => environment.GetValueOrDefault(name)).Id;

        var host = Me.Id[..Me.Id.IndexOf($"-{Environment.ProcessId}-", StringComparison.Ordinal)];
        Assert.Matches($@"\A{host}-slurm-1042-3-{Environment.ProcessId}-[0-9a-f]{{4}}\z", id);
        Assert.True(WorkerIdentity.IsId(id));
        Assert.True(StateFile.TryParse($"3_running.{id}", out var file));
        Assert.Equal(id, file.Owner);
    }

    [Fact]
    public void Two_workers_of_one_process_differ() =>
        Assert.NotEqual(1, Enumerable.Range(0, 20).Select(_ => WorkerProcess.Identify().Id).Distinct().Count());

    [Fact]
    public void A_running_process_is_not_gone()
    {
        Assert.False(Me.KnowsToBeGone(Me));
        Assert.False(Me.KnowsToBeGone(WorkerProcess.Identify()));
    }

    [Fact(Skip = NeedsStartTimes, SkipUnless = nameof(HasStartTimes))]
    public async Task A_process_is_gone_when_it_has_ended()
    {
        using var child = OperatingSystem.IsWindows()
            ? Process.Start(new ProcessStartInfo("ping", ["-n", "600", "127.0.0.1"]) { RedirectStandardOutput = true })!
            : Process.Start("sleep", "600");
        var other = Me with { ProcessId = child.Id, ProcessStart = StartOf(child.Id) };

        Assert.False(Me.KnowsToBeGone(other));
        child.Kill();
        await child.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(Me.KnowsToBeGone(other));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_process_is_gone_when_nobody_has_collected_it_yet()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs /proc");

        // The shell becomes a sleep, which never collects the child that the shell left.
        using var parent = Process.Start(new ProcessStartInfo("sh", ["-c", "sleep 0.3 & echo $!; exec sleep 600"]) { RedirectStandardOutput = true })!;
        try
        {
            var id = int.Parse((await parent.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!, CultureInfo.InvariantCulture);
            var other = Me with { ProcessId = id, ProcessStart = StartOf(id) };
            while (Fields(id)[0] != "Z")
                await Task.Delay(5, TestContext.Current.CancellationToken);

            Assert.True(Me.KnowsToBeGone(other));
        }
        finally
        {
            parent.Kill();
        }
    }

    [Fact(Skip = NeedsStartTimes, SkipUnless = nameof(HasStartTimes))]
    public void A_process_is_gone_when_another_one_has_its_number() =>
        Assert.True(Me.KnowsToBeGone(Me with { ProcessStart = Me.ProcessStart + "0" }));

    [Fact]
    public void Nothing_is_known_of_other_systems()
    {
        var gone = Me with { ProcessStart = "0" };

        Assert.False(Me.KnowsToBeGone(gone with { Host = "other" }));
        Assert.False(Me.KnowsToBeGone(gone with { Boot = "another boot" }));
        Assert.False(Me.KnowsToBeGone(gone with { PidNamespace = "pid:[1]" }));
        Assert.False(Me.KnowsToBeGone(gone with { Boot = null }));
        Assert.False(Me.KnowsToBeGone(gone with { PidNamespace = null }));
        Assert.False(Me.KnowsToBeGone(gone with { ProcessStart = null }));
    }

    [Fact]
    public void Nothing_is_known_when_this_system_cannot_be_told_from_others()
    {
        var gone = Me with { ProcessStart = "0" };

        Assert.False((Me with { Boot = null }).KnowsToBeGone(gone with { Boot = null }));
        Assert.False((Me with { PidNamespace = null }).KnowsToBeGone(gone with { PidNamespace = null }));
    }

    [Fact]
    public async Task A_process_exists_until_it_has_ended_whoever_owns_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a POSIX system");
        using var child = Process.Start("sleep", "600");

        Assert.True(Posix.ProcessExists(1));
        Assert.True(Posix.ProcessExists(child.Id));
        child.Kill();
        await child.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.False(Posix.ProcessExists(child.Id));
    }

    private static string StartOf(int processId) =>
        OperatingSystem.IsWindows() ? WindowsProcess.StartOf(processId)! : Fields(processId)[19];

    private static string[] Fields(int processId)
    {
        var stat = File.ReadAllText($"/proc/{processId}/stat");
        return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
    }
}
