using System.Diagnostics;
using System.Runtime.Versioning;

namespace MultiRunner.Cli.Running;

/// <summary>
/// A group of processes of Windows. A job object holds all of them, so that none is left when this process ends, however it ends. They are
/// told to end by Ctrl-Break, which unlike Ctrl-C can be sent to one group.
/// </summary>
[SupportedOSPlatform("windows")]
internal sealed class WindowsProcessGroup : ProcessGroup
{
    private static readonly TimeSpan LastLines = TimeSpan.FromSeconds(5);

    private readonly Process process;
    private readonly WindowsJob job;
    private readonly TextWriter? log;

    private WindowsProcessGroup(Process process, WindowsJob job, TextWriter? log)
        : base(process) => (this.process, this.job, this.log) = (process, job, log);

    protected override bool HasMembers => job.HasMembers;

    /// <summary>Starts a command.</summary>
    public static new WindowsProcessGroup Start(
        IReadOnlyList<string> command, string? log, IReadOnlyDictionary<string, string> environment)
    {
        var start = StartInfo(command, environment);
        start.CreateNewProcessGroup = true;
        start.RedirectStandardOutput = start.RedirectStandardError = log is not null;
        var job = new WindowsJob();
        Process? process = null;
        try
        {
            process = Process.Start(start)!;

            // What the command has started before this line is not in the job. dotnet needs longer than that to start anything.
            job.Add(process);
            return new WindowsProcessGroup(process, job, log is null ? null : Copy(process, log));
        }
        catch
        {
            process?.Kill(entireProcessTree: true);
            process?.Dispose();
            job.Dispose();
            throw;
        }
    }

    public override void Terminate()
    {
        // Without a console there is nothing that could be sent. Then the processes are killed when they do not end in time.
        if (!process.HasExited)
            WindowsJob.SendCtrlBreak(process.Id);
    }

    public override void Kill() => job.Terminate();

    public override void Dispose()
    {
        job.Dispose();

        // Waits for the end of what it wrote, too, which tells why it ended.
        process.WaitForExit(LastLines);
        log?.Dispose();
        base.Dispose();
    }

    private static TextWriter Copy(Process process, string log)
    {
        // Others may read the log while it is written, and delete it when this process is done with it.
        var stream = new FileStream(log, FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        var file = TextWriter.Synchronized(new StreamWriter(stream) { AutoFlush = true });
        process.OutputDataReceived += (_, line) => Write(file, line.Data);
        process.ErrorDataReceived += (_, line) => Write(file, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return file;
    }

    private static void Write(TextWriter file, string? line)
    {
        try
        {
            if (line is not null)
                file.WriteLine(line);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The disk is full, or a line has come after the log was closed. The worker goes on without its log.
        }
    }
}
