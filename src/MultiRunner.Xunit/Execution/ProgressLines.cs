namespace MultiRunner.Execution;

/// <summary>
/// Shows a line of progress from time to time: while points are reported, from whichever slot, and by a timer where none is for long.
/// </summary>
internal sealed class ProgressLines : IDisposable
{
    /// <summary>How long there is no line after another one, at least.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    // A listing of a slow directory takes at most a hundredth of the time, and all workers together make one listing a second.
    private const int ShareOfListing = 100;
    private static readonly TimeSpan PauseForWorker = TimeSpan.FromSeconds(1);

    private readonly Func<ValueTask<(string Line, int Workers)>> read;
    private readonly ProgressOutput output;
    private readonly TimeProvider time;
    private readonly Lock gate = new();
    private readonly ITimer? timer;
    private TimeSpan pause = Interval;
    private long last;
    private bool isReading;
    private bool isOver;

    /// <param name="read">Makes a line, and tells how many workers there are.</param>
    /// <param name="output">Where lines can be seen.</param>
    /// <param name="time">The clock.</param>
    public ProgressLines(Func<ValueTask<(string Line, int Workers)>> read, ProgressOutput output, TimeProvider time)
    {
        this.read = read;
        this.output = output;
        this.time = time;
        last = time.GetTimestamp();
        if (output.Write is not null)
            timer = time.CreateTimer(_ => _ = TryWrite(), state: null, Silence, Timeout.InfiniteTimeSpan);
    }

    // Where cases take lines along, everybody sees those. A line of its own is for points that take so long that there is no case.
    private TimeSpan Silence => output.ByCases ? pause * 2 : pause;

    /// <summary>The line that a case which is about to be reported takes along, or null when none is due.</summary>
    public async ValueTask<string?> ForCase() => output.ByCases ? await TryMake(pause).ConfigureAwait(false) : null;

    /// <summary>There are no more lines. A line that is being made is not shown.</summary>
    public void Dispose()
    {
        lock (gate)
            isOver = true;
        timer?.Dispose();
    }

    private async Task TryWrite()
    {
        if (await TryMake(Silence).ConfigureAwait(false) is { } line)
            output.Write!(line);
        lock (gate)
        {
            // A case reads a line, and the server does not answer for longer than the silence. The line is due then, but nobody else
            // makes one meanwhile: without a pause the timer would fire over and over until the answer comes.
            var due = isReading ? Silence : Silence - time.GetElapsedTime(last);
            if (!isOver)
                timer!.Change(due > TimeSpan.Zero ? due : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    private async ValueTask<string?> TryMake(TimeSpan silence)
    {
        var began = time.GetTimestamp();
        lock (gate)
        {
            if (isOver || isReading || time.GetElapsedTime(last, began) < silence)
                return null;
            (isReading, last) = (true, began);
        }

        (string Line, int Workers)? made = null;
        try
        {
            made = await read().ConfigureAwait(false);
        }
        catch (Exception)
        {
            // The slots meet the same trouble, and tell of it. A line of progress must never cost the outcome of a point.
        }

        lock (gate)
        {
            isReading = false;
            pause = new[] { Interval, time.GetElapsedTime(began) * ShareOfListing, (made?.Workers ?? 0) * PauseForWorker }.Max();
            return isOver ? null : made?.Line;
        }
    }
}
