namespace MultiRunner.Membership;

/// <summary>
/// Writes a worker's heartbeat from a thread of its own, so that an experiment that keeps every pool thread busy does not
/// make its worker look dead.
/// </summary>
internal sealed class Heartbeat : IDisposable
{
    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(1);

    private readonly HeartbeatFile file;
    private readonly TimeSpan interval;
    private readonly ManualResetEventSlim stop = new();
    private readonly Thread thread;

    public Heartbeat(HeartbeatFile file, TimeSpan interval)
    {
        this.file = file;
        this.interval = interval;
        thread = new Thread(Beat) { IsBackground = true, Name = "MultiRunner heartbeat" };
        thread.Start();
    }

    /// <summary>Stops beating and waits until the last beat is written. A second call does nothing.</summary>
    public void Dispose()
    {
        if (stop.IsSet)
            return;
        stop.Set();
        thread.Join();
    }

    private void Beat()
    {
        var pause = interval;
        while (!stop.Wait(pause))
        {
            pause = interval;
            try
            {
                // The directory of this file does not retry by itself, so that it needs no thread of the pool and has completed
                // every operation when it returns.
                file.Beat().AsTask().GetAwaiter().GetResult();
            }
            catch (SharedDirectoryException)
            {
                // The next beat tries again, soon. If none gets through for a lease, others take this worker for dead, and rightly
                // so: it could not store a result either.
                pause = interval < RetryInterval ? interval : RetryInterval;
            }
        }
    }
}
