using System.Diagnostics;
using System.Runtime.InteropServices;

namespace MultiRunner.Tests.Running;

/// <summary>
/// A run of subjects under way, in a process of its own that can be signalled. One that is not waited for is killed in the end.
/// </summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    // Far longer than any of them takes on a busy machine: it ends what hangs, and nothing else.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private static readonly string[] Foreign = ["MULTIRUNNER_", "SUBJECTS_", "MSBUILD", "VSTEST"];

    private readonly Host host;
    private readonly string report;
    private readonly Process process;
    private readonly Task<string> output;
    private readonly Task<string> errors;

    private WorkerProcess(Host host, string report, ProcessStartInfo start)
    {
        this.host = host;
        this.report = report;
        process = Process.Start(start)!;
        output = process.StandardOutput.ReadToEndAsync();
        errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Its process id; of the command before it, if there is one.</summary>
    public int Id => process.Id;

    public bool HasExited => process.HasExited;

    /// <summary>Starts the test executable.</summary>
    /// <param name="root">Where its files go.</param>
    /// <param name="filter">Which subjects, in the filter syntax of VSTest.</param>
    /// <param name="environment">Further environment variables.</param>
    public static WorkerProcess Start(TempRoot root, string filter, params (string Name, string? Value)[] environment) =>
        Start(Host.Executable, root, filter, environment: environment);

    /// <summary>Starts subjects as a user would.</summary>
    /// <param name="host">How.</param>
    /// <param name="root">Where its files go.</param>
    /// <param name="filter">Which; every host takes the same syntax.</param>
    /// <param name="options">Further options of the host.</param>
    /// <param name="prefix">A command that runs the command line which follows it, such as strace with its options.</param>
    /// <param name="environment">Further environment variables.</param>
    public static WorkerProcess Start(
        Host host,
        TempRoot root,
        string filter,
        IReadOnlyList<string>? options = null,
        IReadOnlyList<string>? prefix = null,
        IReadOnlyList<(string Name, string? Value)>? environment = null)
    {
        var report = NewReport(root);
        var (directory, command) = SubjectRunner.CommandLine(host, root, filter, report);
        return Start(host, report, directory, [.. prefix ?? [], .. command, .. options ?? []], [.. OfRoot(root), .. environment ?? []]);
    }

    /// <summary>Starts the test executable of the subjects as they are after an edit.</summary>
    public static WorkerProcess StartEdited(TempRoot root, string filter, params (string Name, string? Value)[] environment)
    {
        var report = NewReport(root);
        var (directory, command) = SubjectRunner.EditedCommandLine(root, filter, report);
        return Start(Host.Executable, report, directory, command, [.. OfRoot(root), .. environment]);
    }

    /// <summary>Starts <c>dotnet test</c>, with VSTest, in the directory of a project that is no part of this repository.</summary>
    /// <param name="root">Where its files go, but for its sweeps: they lie where the project has them.</param>
    /// <param name="directory">The directory.</param>
    /// <param name="prefix">A command that runs the command line which follows it.</param>
    /// <param name="environment">Further environment variables.</param>
    public static WorkerProcess StartIn(TempRoot root, string directory, IReadOnlyList<string> prefix, IReadOnlyList<(string Name, string? Value)> environment)
    {
        var report = NewReport(root);
        return Start(Host.VSTest, report, directory, [.. prefix, "dotnet", "test", "--logger", $"trx;LogFileName={report}"], [("SUBJECTS_EXECUTIONS", root.Executions), .. environment]);
    }

    /// <summary>Starts any command.</summary>
    /// <param name="directory">Where.</param>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="environment">Further environment variables.</param>
    public static WorkerProcess StartIn(string directory, IReadOnlyList<string> command, params IReadOnlyList<(string Name, string? Value)> environment) =>
        Start(Host.Executable, report: "", directory, command, environment);

    private static (string Name, string? Value)[] OfRoot(TempRoot root) =>
        [("MULTIRUNNER_ROOT", root.Sweeps), ("SUBJECTS_EXECUTIONS", root.Executions)];

    private static string NewReport(TempRoot root) => Path.Combine(root.Reports, $"{Path.GetRandomFileName()}.report");

    private static WorkerProcess Start(Host host, string report, string directory, IReadOnlyList<string> command, IReadOnlyList<(string Name, string? Value)> environment)
    {
        // Tests that run in the background (nohup, some CI) ignore SIGINT, and what they start would do so, too.
        string[] defaults = OperatingSystem.IsLinux() ? ["/usr/bin/env", "--default-signal=INT"] : [];
        string[] all = [.. defaults, .. command];
        var start = new ProcessStartInfo(all[0], all[1..])
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // What `dotnet test` hands to the tests that it runs would tell an inner one to behave otherwise.
        foreach (var name in start.Environment.Keys.Where(name => Foreign.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))).ToList())
            start.Environment.Remove(name);
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new WorkerProcess(host, report, start);
    }

    /// <summary>SIGINT, as Ctrl-C sends it.</summary>
    public void Interrupt() => Signal(2);

    /// <summary>SIGTERM, as batch systems send it.</summary>
    public void Terminate() => Signal(15);

    /// <summary>SIGSTOP: none of its threads runs until <see cref="Continue"/>.</summary>
    public void Stop() => Signal(OperatingSystem.IsLinux() ? 19 : 17);

    /// <summary>SIGCONT.</summary>
    public void Continue() => Signal(OperatingSystem.IsLinux() ? 18 : 19);

    /// <summary>SIGKILL: it has no chance to tidy up.</summary>
    public void Kill() => process.Kill();

    /// <summary>Waits for its end.</summary>
    public async Task<WorkerExit> Exit()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            await process.WaitForExitAsync(limit.Token);
            await Task.WhenAll(output, errors).WaitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            // What it has started and left to itself may go on, and keep its output open.
            var what = process.HasExited ? "ended, but its output is still open" : "did not end";
            process.Kill(entireProcessTree: true);
            await Task.WhenAny(Task.WhenAll(output, errors), Task.Delay(TimeSpan.FromSeconds(10), CancellationToken.None));
            Assert.Fail($"'{process.StartInfo.FileName} {string.Join(' ', process.StartInfo.ArgumentList)}' {what}:\n{Read(output)}{Read(errors)}");
        }

        return new WorkerExit(
            process.ExitCode,
            await output + await errors,
            !File.Exists(report) ? null : host == Host.VSTest ? ReportReader.ReadTrx(report) : ReportReader.ReadCtrf(report));
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);

            // The kernel ends no process that waits for a file system which does not answer.
            await Task.WhenAny(process.WaitForExitAsync(CancellationToken.None), Task.Delay(TimeSpan.FromSeconds(30), CancellationToken.None));
        }

        process.Dispose();
    }

    private static string Read(Task<string> stream) => stream.IsCompletedSuccessfully ? stream.Result : "";

    private void Signal(int number)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals.");
        if (Kill(process.Id, number) != 0 && !process.HasExited)
            throw new InvalidOperationException($"Signal {number} did not reach process {process.Id} (error {Marshal.GetLastPInvokeError()}).");
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int Kill(int process, int signal);
}
