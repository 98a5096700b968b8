namespace MultiRunner.Benchmarks;

/// <summary>What happens in a simulated fleet.</summary>
internal sealed class FleetLog(SimulatedTime time, int points)
{
    private readonly bool[] hasBegun = new bool[points];
    private int toBegin = points;

    /// <summary>When the last of the points began that waited; null: not yet.</summary>
    public TimeSpan? NothingWaits { get; private set; }

    /// <summary>How many points have a result.</summary>
    public int Finished { get; private set; }

    /// <summary>How many workers died while they ran a point.</summary>
    public int Deaths { get; private set; }

    /// <summary>How long all attempts together had run that died.</summary>
    public TimeSpan Lost { get; private set; }

    /// <summary>How long all attempts together took that ended.</summary>
    public TimeSpan Busy { get; private set; }

    /// <summary>An attempt began.</summary>
    public void Begin(int point)
    {
        if (hasBegun[point])
            return;
        hasBegun[point] = true;
        if (--toBegin == 0)
            NothingWaits = time.Elapsed;
    }

    /// <summary>A point has its result.</summary>
    public void Finish(TimeSpan took) => (Finished, Busy) = (Finished + 1, Busy + took);

    /// <summary>A worker died while it ran a point.</summary>
    public void Die(TimeSpan ran) => (Deaths, Lost) = (Deaths + 1, Lost + ran);
}
