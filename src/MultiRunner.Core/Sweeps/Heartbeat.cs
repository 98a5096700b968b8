namespace MultiRunner.Sweeps;

/// <summary>
/// Writes a worker's heartbeat from a thread of its own, so that an experiment that keeps every pool thread busy does not
/// make its worker look dead.
/// </summary>
internal sealed class Heartbeat : IDisposable
{
    private readonly WorkerStatus status;
    private readonly TimeSpan interval;
    private readonly ManualResetEventSlim stop = new();
    private readonly Thread thread;

    public Heartbeat(WorkerStatus status, TimeSpan interval)
    {
        this.status = status;
        this.interval = interval;
        thread = new Thread(Beat) { IsBackground = true, Name = "MultiRunner heartbeat" };
        thread.Start();
    }

    /// <summary>Stops beating and waits until the last beat is written, so that nothing overtakes what is written next. Again: nothing.</summary>
    public void Dispose()
    {
        if (stop.IsSet)
            return;
        stop.Set();
        thread.Join();
    }

    private void Beat()
    {
        while (!stop.Wait(interval))
        {
            try
            {
                // A real directory completes every operation before it returns.
                status.Write().AsTask().GetAwaiter().GetResult();
            }
            catch (SharedDirectoryException)
            {
                // The next beat tries again. If none gets through for a lease, others take this worker for dead: rightly,
                // for it could not store a result either.
            }
        }
    }
}
