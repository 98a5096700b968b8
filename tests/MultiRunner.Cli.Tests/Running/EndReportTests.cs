using System.Diagnostics;
using System.Reflection;

namespace MultiRunner.Cli.Tests.Running;

/// <summary>What may happen to <c>multirunner run</c> when its workers have ended and it prints its report.</summary>
public sealed class EndReportTests : IDisposable
{
    private static readonly ILookup<string, string?> Metadata =
        typeof(EndReportTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().ToLookup(a => a.Key, a => a.Value);

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("multirunner-end-");

    public void Dispose() => root.Delete(recursive: true);

    /// <summary>The report goes into a pipe that is full.</summary>
    [Fact]
    public async Task A_signal_ends_a_run_that_prints_its_report()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "A pipe that is open for both is a matter of Linux.");

        var output = await Bash(
            "mkfifo out; exec 3<>out; head -c 65536 /dev/zero >&3; $RUN FullyQualifiedName=Subjects.Mixed.Sweep >out 2>err & "
            + "for i in $(seq 600); do grep -q 'worker 1: done' err && break; sleep 0.2; done; sleep 1; kill -TERM $!; "
            + "for i in $(seq 100); do kill -0 $! || break; sleep 0.1; done; kill -KILL $!; wait $!; echo $?");

        Assert.Equal("143\n", output);
    }

    [Fact]
    public async Task What_went_wrong_is_said_when_the_report_cannot_be_written()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has a device that is always full.");

        var output = await Bash("$RUN FullyQualifiedName=Subjects.Failures.One_attempt 2>err >/dev/full; echo $?; cat err");

        Assert.StartsWith("1\n", output, StringComparison.Ordinal);
        Assert.Contains("1 point of Subjects.Failures.One_attempt failed.", output, StringComparison.Ordinal);
        Assert.Contains("The output or a file could not be written or read: No space left on device.", output, StringComparison.Ordinal);
    }

    private async Task<string> Bash(string script)
    {
        var start = new ProcessStartInfo("bash", ["-c", script]) { RedirectStandardOutput = true, WorkingDirectory = root.FullName };
        start.Environment["RUN"] = $"dotnet exec {Path.Combine(AppContext.BaseDirectory, "MultiRunner.Cli.dll")} run "
            + $"{Metadata["Subject"].Single()} --no-build -c {Metadata["Configuration"].Single()} -p:RunSubjects=true --filter";
        start.Environment["MULTIRUNNER_ROOT"] = root.CreateSubdirectory("sweeps").FullName;
        start.Environment["SUBJECTS_EXECUTIONS"] = root.CreateSubdirectory("executions").FullName;
        start.Environment["TMPDIR"] = root.FullName;
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return await output;
    }
}
