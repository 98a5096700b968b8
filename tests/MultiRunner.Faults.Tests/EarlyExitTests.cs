namespace MultiRunner.Tests.Faults;

/// <summary>
/// Points that end their process with exit code 0. The class is one of its own, so that others run beside it: under VSTest xunit waits
/// for a minute for the process that is gone.
/// </summary>
public sealed class EarlyExitTests
{
    [Theory]
    [ClassData(typeof(EveryHost))]
    public async Task One_that_ends_its_process_with_success_ends_no_run_with_success(Host host)
    {
        using var root = new TempRoot();
        var sweep = new SharedSweep(root, "Deadly.Exits_with_success");

        await using var victim = WorkerProcess.Start(host, root, sweep.Filter);
        var exit = await victim.Exit();

        Assert.True(exit.ExitCode is > 0 and < 128, $"{exit.ExitCode}\n{exit.Console}");
        Assert.Single(sweep.States, name => name.StartsWith("2_running.", StringComparison.Ordinal));
        if (host == Host.Executable)
        {
            Assert.Contains(
                "MultiRunner: this process ends before it has reported all points of the sweep Deadly.Exits_with_success. 'Subjects.Deadly.Exits_with_success(n: 3)' was running",
                exit.Console,
                StringComparison.Ordinal);
        }
    }
}
