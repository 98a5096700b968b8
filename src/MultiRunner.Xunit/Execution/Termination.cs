using System.Runtime.InteropServices;

namespace MultiRunner.Execution;

/// <summary>
/// Gives the claims of this process back when it is told to end by SIGTERM: batch systems send it a few seconds before
/// SIGKILL. (Ctrl-C comes through xunit's own cancellation.)
/// </summary>
internal static class Termination
{
    private const int ExitCodeOfSigterm = 128 + 15;

    // Some batch systems leave less than a second; a file system that hangs must not keep the process alive.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static readonly Lock Gate = new();
    private static readonly List<SweepSession> Sessions = [];
    private static PosixSignalRegistration? registration;

    public static void Watch(SweepSession session)
    {
        lock (Gate)
        {
            Sessions.Add(session);
            registration ??= PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
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

    private static void End(PosixSignalContext signal)
    {
        signal.Cancel = true;
        SweepSession[] sessions;
        lock (Gate)
            sessions = [.. Sessions];
        Task.WhenAll(sessions.Select(session => Task.Run(async () => await session.Worker.ReleaseAll()))).ContinueWith(_ => { }, TaskScheduler.Default).Wait(Patience);
        Environment.Exit(ExitCodeOfSigterm);
    }
}
