using System.Runtime.InteropServices;
using System.Text;

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

    private static readonly Lock Gate = new();
    private static readonly List<SweepSession> Sessions = [];
    private static PosixSignalRegistration? registration;
    private static bool watchesExit;
    private static volatile bool endsBySigterm;

    public static void Watch(SweepSession session)
    {
        lock (Gate)
        {
            Sessions.Add(session);
            registration ??= PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
            if (watchesExit)
                return;
            AppDomain.CurrentDomain.ProcessExit += (_, _) => OnExit();
            watchesExit = true;
        }
    }

    /// <summary>The session has left; without any, SIGTERM does again what it did before.</summary>
    public static void Forget(SweepSession session)
    {
        lock (Gate)
        {
            Sessions.Remove(session);
            if (Sessions.Count > 0)
                return;
            registration?.Dispose();
            registration = null;
        }
    }

    /// <summary>
    /// What the experiment calls, or what it uses, may end the process with <see cref="Environment.Exit"/>, and with code 0.
    /// Nothing is written to the sweep: to the others it is a worker that died, and the attempt counts.
    /// </summary>
    private static void OnExit()
    {
        SweepSession[] open;
        lock (Gate)
            open = endsBySigterm ? [] : [.. Sessions.Where(session => !session.Worker.IsDone)];

        // When xunit stops after a failure, say, the run ends with points that are not reported, but not with code 0.
        var isSuccess = Environment.ExitCode == 0;
        if (isSuccess && open.Length > 0)
            Environment.ExitCode = ExitCodeOfUnfinished;
        foreach (var session in open)
        {
            var running = session.Worker.RunningPoints.Select(point => $"'{session.CaseOf(point).TestCaseDisplayName}'").ToList();
            if (running.Count > 0 || isSuccess)
                Warn($"MultiRunner: this process ends before all points of the sweep {session.Definition.Name} are reported{(running.Count == 0 ? "" : $", while {string.Join(", ", running)} {(running.Count == 1 ? "was" : "were")} running and perhaps called Environment.Exit, which counts as a crash")}; throw an exception to fail a point, and return to finish it.");
        }
    }

    /// <summary>To the process's own stream: a test framework may have put another one in the place of <see cref="Console.Error"/>.</summary>
    private static void Warn(string sentence)
    {
        try
        {
            using var stream = Console.OpenStandardError();
            stream.Write(Encoding.UTF8.GetBytes($"{sentence}{Environment.NewLine}"));
        }
        catch (IOException)
        {
            // Nobody reads it.
        }
    }

    private static void End(PosixSignalContext signal)
    {
        signal.Cancel = true;
        endsBySigterm = true;
        SweepSession[] sessions;
        lock (Gate)
            sessions = [.. Sessions];
        Task.WhenAll(sessions.Select(session => Task.Run(async () => await session.Worker.ReleaseAll()))).ContinueWith(_ => { }, TaskScheduler.Default).Wait(Patience);
        Environment.Exit(ExitCodeOfSigterm);
    }
}
