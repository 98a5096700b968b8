using System.Runtime.InteropServices;

namespace MultiRunner.Cli.Live;

/// <summary>
/// Turns the signals that end a process into a token until it is disposed, so that this process can first end what it started.
/// </summary>
internal sealed class Signals : IDisposable
{
    // A shell says so of a process that a signal ended.
    private const int Signalled = 128;

    private static readonly Dictionary<PosixSignal, int> Numbers = new()
    {
        [PosixSignal.SIGHUP] = 1,
        [PosixSignal.SIGINT] = 2,
        [PosixSignal.SIGQUIT] = 3,
        [PosixSignal.SIGTERM] = 15,
    };

    private readonly CancellationTokenSource stop = new();
    private readonly List<PosixSignalRegistration> registrations;
    private int count;

    public Signals() => registrations = [.. Numbers.Keys.Select(signal => PosixSignalRegistration.Create(signal, Receive))];

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Stop => stop.Token;

    /// <summary>What every later signal does.</summary>
    public Action? Again { get; set; }

    /// <summary>The exit code of a process that the first signal ended.</summary>
    public int ExitCode { get; private set; } = Signalled + Numbers[PosixSignal.SIGINT];

    /// <summary>Lets signals end the process again.</summary>
    public void Release() => registrations.ForEach(registration => registration.Dispose());

    public void Dispose()
    {
        Release();
        stop.Dispose();
    }

    private void Receive(PosixSignalContext context)
    {
        context.Cancel = true;
        if (Interlocked.Increment(ref count) > 1)
        {
            Again?.Invoke();
            return;
        }

        ExitCode = Signalled + Numbers[context.Signal];
        stop.Cancel();
    }
}
