using System.Diagnostics;

namespace MultiRunner.Tests.Faults;

/// <summary>A disk that is really full, and one that is made read-only.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly TempRoot root = new();

    public FullDiskTests()
    {
        Requirements.Need(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Only root can mount a disk.");
        Directory.CreateDirectory(root.Sweeps);
        Mount("-t", "tmpfs", "-o", "size=64m", "none", root.Sweeps);
    }

    public void Dispose()
    {
        Run("umount", "-l", root.Sweeps);
        root.Dispose();
    }

    [Fact]
    public async Task A_full_disk_stops_the_worker_and_with_more_space_it_goes_on()
    {
        // The third result of 0.4 MB does not fit.
        Mount("-o", "remount,size=1m", root.Sweeps);
        var sweep = new SharedSweep(root, "Large.Run");
        await using (var worker = sweep.Join())
        {
            var exit = await worker.Exit();

            Assert.Equal(1, exit.ExitCode);
            Assert.Contains(exit.Report!.Tests, t => t.Outcome == TestOutcome.Failed && t.Message.Contains("the sweep directory failed: write of '", StringComparison.Ordinal) && t.Message.Contains("No space left on device", StringComparison.Ordinal));
            Assert.NotEmpty(exit.Report.With(TestOutcome.Passed));
            sweep.AssertNothingHalfDone();
        }

        Mount("-o", "remount,size=64m", root.Sweeps);
        await using var next = sweep.Join();
        var end = await next.Exit();

        Assert.True(end.ExitCode == 0, end.Console);
        sweep.AssertFinished(16);
    }

    [Fact]
    public async Task A_disk_that_is_made_read_only_stops_the_worker_and_loses_nothing()
    {
        var sweep = new SharedSweep(root, "Quick.Run");
        await using (var worker = sweep.Join())
        {
            await sweep.Until(s => s.States.Any(name => name.EndsWith("_finished", StringComparison.Ordinal)), "a result");
            Mount("-o", "remount,ro", root.Sweeps);
            var exit = await worker.Exit();

            Assert.Equal(1, exit.ExitCode);
            Assert.Contains(exit.Report!.Tests, t => t.Outcome == TestOutcome.Failed && t.Message.Contains("Read-only file system", StringComparison.Ordinal));
        }

        await using (var refused = sweep.Join())
        {
            var exit = await refused.Exit();

            Assert.Equal(1, exit.ExitCode);
            Assert.Single(exit.Report!.Tests, t => t.Message.Contains("Read-only file system", StringComparison.Ordinal));
        }

        Mount("-o", "remount,rw", root.Sweeps);
        await using var next = sweep.Join();
        var end = await next.Exit();

        Assert.True(end.ExitCode == 0, end.Console);
        sweep.AssertFinished(200);
    }

    private static void Mount(params string[] arguments) => Assert.Equal(0, Run("mount", arguments));

    private static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(4)), $"'{program} {string.Join(' ', arguments)}' did not end.");
        return process.ExitCode;
    }
}
