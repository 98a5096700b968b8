using MultiRunner.Storage;

namespace MultiRunner.Membership;

/// <summary>How a worker takes part in a sweep.</summary>
internal sealed record SweepOptions
{
    /// <summary>Failed attempts at one point, over all workers, after which it is failed for good.</summary>
    public int MaxAttempts { get; init; } = 3;

    /// <summary>Failed attempts of one worker, over all points, after which it claims no more.</summary>
    public int MaxErrors { get; init; } = 5;

    /// <summary>How long a worker's heartbeat may stand still, on the observer's clock, before its claims are taken back.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long an operation on the sweep directory that fails for a passing reason is tried again.</summary>
    public TimeSpan Patience { get; init; } = RetryingDirectory.DefaultPatience;

    /// <summary>
    /// How many state files there must be to make before a worker announces that it makes them, so that others wait for them. To
    /// announce it costs about as much as ten state files.
    /// </summary>
    public int FewestAnnounced { get; init; } = 100;

    /// <summary>
    /// How many claims a worker may lose since its last scan before it scans again, and one more for each 200 points that it has to
    /// report: a scan costs about as many operations.
    /// </summary>
    public int MostLostClaims { get; init; } = 50;

    /// <summary>When an idle worker runs a point that another one is running.</summary>
    public Speculation Speculation { get; init; } = Speculation.Auto;

    /// <summary>In which order a worker takes the points.</summary>
    public Order Order { get; init; } = Order.Shuffled;

    /// <summary>
    /// Above how many finished points the tests show one case for all of them. Under VSTest a skipped case costs 0.7 ms, so that many
    /// cases take about as long as the start of the processes.
    /// </summary>
    public int SummaryAbove { get; init; } = 5_000;

    /// <summary>How many GPUs of its own each running point gets.</summary>
    public int GpusPerPoint { get; init; }

    /// <summary>How long an attempt whose result is no longer needed may go on after its token was cancelled.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How often a worker shows that it is alive: six times in a lease.</summary>
    public TimeSpan HeartbeatInterval => Lease / 6;
}
