using System.Diagnostics;
using System.Runtime.InteropServices;

namespace MultiRunner.Execution;

/// <summary>
/// Gives the claims of this process back when it is told to end by SIGTERM: batch systems send it a few seconds before
/// SIGKILL. (Ctrl-C comes through xunit's own cancellation.) Sees to it, too, that a process which ends in the middle of a
/// sweep does not end with success.
/// </summary>
internal static class Termination
{
    private const int ExitCodeOfSigterm = 128 + 15;
    private const int ExitCodeOfUnfinished = 1;

    // Some batch systems leave less than a second; a file system that hangs must not keep the process alive.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>
    /// What tells a process to end. On Windows SIGHUP stands for a console that is closed, SIGQUIT for Ctrl-Break, which `multirunner run`
    /// sends, and SIGTERM for a system that shuts down. Elsewhere SIGHUP is left alone, which nohup ignores for whoever logs out.
    /// </summary>
    private static readonly PosixSignal[] Signals =
        OperatingSystem.IsWindows() ? [PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT] : [PosixSignal.SIGTERM];

    private static readonly Lock Gate = new();
    private static readonly List<SweepParticipation> Sweeps = [];
    private static readonly List<PosixSignalRegistration> Registrations = [];
    private static bool watchesExit;
    private static volatile bool endsBySigterm;

    public static void Watch(SweepParticipation sweep)
    {
        lock (Gate)
        {
            Sweeps.Add(sweep);
            if (Registrations.Count == 0)
                Registrations.AddRange(Signals.Select(signal => PosixSignalRegistration.Create(signal, End)));
            if (watchesExit)
                return;
            AppDomain.CurrentDomain.ProcessExit += (_, _) => OnExit();
            watchesExit = true;
        }
    }

    /// <summary>The sweep has been left; without any, SIGTERM does again what it did before.</summary>
    public static void Forget(SweepParticipation sweep)
    {
        lock (Gate)
        {
            Sweeps.Remove(sweep);
            if (Sweeps.Count > 0)
                return;
            Registrations.ForEach(registration => registration.Dispose());
            Registrations.Clear();
        }
    }

    /// <summary>
    /// What the experiment calls, or what it uses, may end the process with <see cref="Environment.Exit"/>, and with code 0.
    /// Nothing is written to the sweep: to the others it is a worker that died, and the attempt counts.
    /// </summary>
    private static void OnExit()
    {
        SweepParticipation[] open;
        lock (Gate)
            open = endsBySigterm ? [] : [.. Sweeps.Where(sweep => !sweep.Worker.IsDone)];

        // When xunit stops after a failure, say, the run ends with points that are not reported, but not with code 0.
        var isSuccess = Environment.ExitCode == 0;
        if (isSuccess && open.Length > 0)
            Environment.ExitCode = ExitCodeOfUnfinished;
        foreach (var sweep in open)
        {
            var running = sweep.Worker.RunningPoints.Select(point => sweep.CaseOf(point).TestCaseDisplayName).ToList();
            if (running.Count > 0 || isSuccess)
                ProgressOutput.ToErrorStream(Messages.EndsEarly(sweep.Definition.Name, running));
        }
    }

    // The experiments may have taken every thread of the pool, so nothing here waits for one: .NET calls this on a thread of
    // its own, and each sweep gets another one, since a file system that hangs must not keep the others' claims.
    private static void End(PosixSignalContext signal)
    {
        signal.Cancel = true;
        endsBySigterm = true;
        SweepParticipation[] sweeps;
        lock (Gate)
            sweeps = [.. Sweeps];
        var began = Stopwatch.GetTimestamp();
        Thread[] releases = [.. sweeps.Select(sweep => new Thread(() => Release(sweep)) { IsBackground = true })];
        foreach (var release in releases)
            release.Start();
        foreach (var release in releases)
        {
            var left = Patience - Stopwatch.GetElapsedTime(began);
            release.Join(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        }

        Environment.Exit(ExitCodeOfSigterm);
    }

    private static void Release(SweepParticipation sweep)
    {
        try
        {
            sweep.Worker.ReleaseAll().AsTask().GetAwaiter().GetResult();
        }
        catch (Exception)
        {
            // The process ends in any case. What it still holds is taken back as that of a dead worker.
        }
    }
}
