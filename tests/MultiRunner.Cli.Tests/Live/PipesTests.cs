using System.Diagnostics;
using System.Globalization;

namespace MultiRunner.Cli.Tests.Live;

/// <summary>What happens to the tool, as a process, when nobody reads what it writes, or when a signal ends it.</summary>
public sealed class PipesTests : IDisposable
{
    private readonly SweepOnDisk sweep = new SweepOnDisk().WithFourPoints();

    public PipesTests() => sweep.Finish(0, "node-b-12-00ff", 2, ("result", 1));

    public void Dispose() => sweep.Dispose();

    [Theory]
    [InlineData("watch --interval 0.1", 141)]
    [InlineData("status", 0)]
    [InlineData("report", 0)]
    [InlineData("verify", 0)]
    [InlineData("open --print", 0)]
    [InlineData("clean --checkpoints --dry-run", 0)]
    [InlineData("rerun --points 0 --dry-run", 0)]
    [InlineData("watch --help", 0)]
    public async Task A_pipe_that_is_closed_is_no_error(string command, int code)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no such shell.");
        var path = command.EndsWith("--help", StringComparison.Ordinal) ? "" : "\"$SWEEP\"";

        // The reader closes the pipe without a read. What stays in the pipe is of no interest to it.
        var (output, error) = await Bash($"{{ $TOOL {command} {path}; echo $? >&2; }} | sleep 0");

        Assert.Equal(("", $"{code}\n"), (output, error));
    }

    [Fact]
    public async Task Watch_ends_after_the_first_line_when_that_is_all_that_is_read()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no such shell.");

        var (output, error) = await Bash("$TOOL watch --interval 0.1 \"$SWEEP\" | head -1; echo ${PIPESTATUS[0]} >&2");

        Assert.Contains("Samples.Training.Train: 1 of 4 points finished", output, StringComparison.Ordinal);
        Assert.Equal("141\n", error);
    }

    [Fact]
    public async Task A_disk_that_is_full_is_a_problem_and_no_crash()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has a device that is always full.");

        var (_, error) = await Bash("$TOOL status \"$SWEEP\" > /dev/full; echo $? >&2");

        Assert.Equal("The output or a file could not be written or read: No space left on device.\n1\n", error);
    }

    /// <summary>JSON and XML are UTF-8, whatever the locale says of consoles.</summary>
    [Theory]
    [InlineData("de_DE.ISO-8859-1")]
    [InlineData("C")]
    public async Task What_is_redirected_is_UTF_8(string locale)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no such shell.");
        sweep.Finish(1, "node-b-12-00ff", result => result with { Details = new() { ["colour"] = "grün" } }, ("result", 2));

        var (output, error) = await Bash($"env LC_ALL={locale} $TOOL show 1 \"$SWEEP\"");

        Assert.Contains("colour  grün\n", output, StringComparison.Ordinal);
        Assert.Equal("", error);
    }

    [Fact]
    public async Task An_export_into_memory_replaces_the_file()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs /dev/shm");
        const string Twice = "$TOOL export --format csv --output \"$FILE\" \"$SWEEP\" >&2; ";

        var (output, error) = await Bash($"FILE=$(mktemp -p /dev/shm); {Twice}{Twice}cut -d, -f1 \"$FILE\"; rm \"$FILE\"");

        Assert.Equal("point\n0\n1\n2\n3\n", output);
        Assert.DoesNotContain("could not", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_goes_into_a_pipe_and_does_not_replace_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "A pipe that is open for both is a matter of Linux.");

        var (output, error) = await Bash(
            "mkfifo \"$SWEEP/pipe\"; exec 3<>\"$SWEEP/pipe\"; $TOOL export --format csv --output \"$SWEEP/pipe\" \"$SWEEP\" >&2; "
            + "timeout 5 head -1 <&3 | cut -d, -f1; test -p \"$SWEEP/pipe\" && echo stays");

        Assert.Equal("point\nstays\n", output);
        Assert.Equal("", error);
    }

    [Fact]
    public async Task An_export_to_standard_output_by_its_path_is_added_to_what_is_there()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs /proc");

        var (output, error) = await Bash(
            "ln -s /proc/self/fd/1 \"$SWEEP/out\"; echo first >\"$SWEEP/log\"; "
            + "$TOOL export --format csv --output \"$SWEEP/out\" \"$SWEEP\" >>\"$SWEEP/log\"; "
            + "$TOOL export --format csv --output \"$SWEEP/out\" \"$SWEEP\" | cat >>\"$SWEEP/log\"; "
            + "cut -d, -f1 \"$SWEEP/log\"; test -L \"$SWEEP/out\" && echo stays");

        Assert.Equal("first\npoint\n0\n1\n2\n3\npoint\n0\n1\n2\n3\nstays\n", output);
        Assert.Equal("", error);
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task A_signal_ends_watch(string signal, int code)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no such shell.");

        // A shell without job control lets what it starts in the background ignore SIGINT.
        var (output, error) = await Bash(
            $"set -m; coproc $TOOL watch --interval 0.1 \"$SWEEP\"; read -r line <&\"${{COPROC[0]}}\"; echo \"$line\"; kill -{signal} $COPROC_PID; wait $COPROC_PID; echo $? >&2");

        Assert.Contains("1 of 4 points finished", output, StringComparison.Ordinal);
        Assert.EndsWith(code.ToString(CultureInfo.InvariantCulture) + "\n", error, StringComparison.Ordinal);
        Assert.DoesNotContain("exception", error, StringComparison.OrdinalIgnoreCase);
    }

    private async Task<(string Out, string Error)> Bash(string script)
    {
        var start = new ProcessStartInfo("bash", ["-c", script]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["TOOL"] = $"dotnet exec {Path.Combine(AppContext.BaseDirectory, "MultiRunner.Cli.dll")}";
        start.Environment["SWEEP"] = Path.TrimEndingDirectorySeparator(sweep.FullPath(""));
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return (await output, await error);
    }
}
