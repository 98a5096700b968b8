using MultiRunner.Membership;

namespace MultiRunner.Scheduling;

/// <summary>
/// What a worker does about the claims that it loses. It belongs to the <see cref="Coordinator"/>.
/// </summary>
/// <remarks>
/// <para>
/// In a random order two workers rarely try to claim the same point. In an order that all workers share they all would: by the time that a
/// worker has run a point, each of the N others has taken one, and the worker would try all of those, N renames a point, before it found
/// one that is left. So it takes any one of the next few points in the order. How many those are, doubles with each claim that is lost,
/// and halves with each one that succeeds. Then the few are about twice as many as the points that others have taken since this worker
/// looked. In simulated sweeps it loses one to two claims a point with 10 workers. With 100 workers it loses four at 10,000 points, and
/// one at 100,000. A worker that is alone loses no claim, and keeps exactly to the order.
/// </para>
/// <para>
/// So that the few stay few, a worker also looks which points are left, as soon as it has lost a claim, and one more for each 1,000
/// points of the sweep, whichever of them are its own: to list these costs about as much as five such claims. <see cref="ScanSchedule"/>
/// says how often it may. Right after a look, the next point in the order is most probably still to be had.
/// </para>
/// <para>
/// In an order of its own a worker loses few claims until most points are taken, and then more and more. It looks when it has lost 50
/// claims, and one more for each 500 points. With a thousand workers that is once or twice, and halves the claims that are lost.
/// </para>
/// </remarks>
internal sealed class ClaimRace(SweepOptions options)
{
    private bool isShared;
    private int points;
    private int listed;
    private int lost;

    /// <summary>The points have their order.</summary>
    /// <param name="count">How many this worker has to report.</param>
    /// <param name="isOrderShared">Whether other workers have the same order.</param>
    public void Begin(int count, bool isOrderShared) => (points, isShared) = (count, isOrderShared);

    /// <summary>Out of how many of the next points the one to claim is drawn.</summary>
    public int Width { get; private set; } = 1;

    /// <summary>
    /// Whether what is known of open points is new enough to claim one. When many claims are lost, what this worker takes for open was
    /// claimed by others long ago; it scans then, instead of trying all that is left. Only the points that it has to report count here:
    /// it tries no others.
    /// </summary>
    public bool MayClaim => lost <= options.MostLostClaims + (points / 200);

    /// <summary>Whether it is worth while to look which points are left.</summary>
    public bool IsWorthALook => lost > (isShared ? listed / 1000 : options.MostLostClaims + (listed / 500));

    /// <summary>A claim succeeded.</summary>
    public void Won() => Width = Math.Max(1, Width / 2);

    /// <summary>A point that a slot wanted to claim was not to be had.</summary>
    public void Lost()
    {
        lost++;
        if (isShared)
            Width = Math.Max(1, Math.Min(Width * 2, points));
    }

    /// <summary>This worker has taken in a listing of the points, by a scan or by a look. One that failed has shown nothing.</summary>
    /// <param name="count">How many points it showed.</param>
    public void Listed(int count) => (lost, Width, listed) = (0, 1, count);
}
