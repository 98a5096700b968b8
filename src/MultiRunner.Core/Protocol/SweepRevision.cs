using MultiRunner.Format;
using MultiRunner.Grids;
using MultiRunner.Membership;
using MultiRunner.Storage;

namespace MultiRunner.Protocol;

/// <summary>
/// Makes the manifest say what the code of this process says: its parameters, axes, objective, build and points. Points that
/// it has gained follow the others; points that it has lost keep index and result, and only count no more.
/// </summary>
/// <remarks>
/// A revision is made as <c>ini</c> was, as a <see cref="Construction"/>. Then the state files are moved to <c>ini</c> one by one. Each
/// is one file that exists once, so whoever moves it, and however many try, the point has one state file; and when the maker dies
/// in between, whoever joins next moves the rest. Nobody needs a lock, so nobody can be suspended while it holds one. The
/// <see cref="MakingTurn"/> only saves the others the same work.
/// </remarks>
internal sealed class SweepRevision
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly ISharedDirectory directory;
    private readonly WorkerIdentity me;
    private readonly SweepOptions options;
    private readonly TimeProvider time;
    private readonly MakingTurn turn;
    private readonly Construction construction;

    public SweepRevision(ISharedDirectory directory, WorkerIdentity me, SweepOptions options, TimeProvider time)
    {
        this.directory = directory;
        this.me = me;
        this.options = options;
        this.time = time;
        turn = new MakingTurn(directory, me, options, time);
        construction = new Construction(directory, me, turn, options, time);
    }

    /// <summary>Makes every point of <paramref name="wanted"/> a point of the sweep, and returns the manifest that says so.</summary>
    /// <param name="inForce">The newest manifest, as it was read.</param>
    /// <param name="wanted">The manifest that the code would make.</param>
    /// <param name="cancellation">Ends it. Another worker can go on.</param>
    /// <exception cref="GridException">The same build had another grid: its data is not deterministic.</exception>
    /// <exception cref="SweepDirectoryException">The revision that another worker made cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled meanwhile.</exception>
    public async ValueTask<Manifest> Ensure(Manifest inForce, Manifest wanted, CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                // Before the next revision is made, so that there is never more than one from which files are to be moved.
                await MoveStateFiles(inForce.Revision, cancellation).ConfigureAwait(false);
                var updated = Updated(inForce, wanted);
                if (updated.SaysTheSameAs(inForce))
                    return inForce;

                // What this worker has made is returned without a further look: when two builds join at the same moment, each would
                // find what the other one made, and they would revise one another's manifest for ever.
                inForce = await construction.Make(updated, firstNew: inForce.Points.Count, cancellation).ConfigureAwait(false);
                if (inForce.Maker == me.Id)
                {
                    await MoveStateFiles(inForce.Revision, cancellation).ConfigureAwait(false);
                    return inForce;
                }
            }
        }
        finally
        {
            await turn.GiveBack().ConfigureAwait(false);
        }
    }

    /// <summary>The manifest in force with what the code says. Every point keeps its index, and new ones follow.</summary>
    private Manifest Updated(Manifest inForce, Manifest wanted)
    {
        var points = inForce.Points.ToList();
        var indices = new Dictionary<CanonicalJson, int>(points.Count);
        for (var i = 0; i < points.Count; i++)
            indices[points[i]] = i;
        var current = new SortedSet<int>();
        foreach (var point in wanted.Points)
        {
            if (!indices.TryGetValue(point, out var index))
            {
                index = points.Count;
                points.Add(point);
            }

            current.Add(index);
        }

        if (points.Count > inForce.Points.Count && inForce.Assembly == wanted.Assembly)
        {
            var added = points.Count - inForce.Points.Count;
            throw new GridException(Messages.OtherPointsInOneBuild(wanted, added, points[inForce.Points.Count].Text));
        }

        return wanted with
        {
            Revision = inForce.Revision + 1,
            Maker = me.Id,
            Current = [.. current],
            Points = points,
        };
    }

    /// <summary>
    /// Moves the state files that a revision brings to where all state files are. Nobody is waited for who does not show that it is
    /// moving them, and a name that is gone when this worker comes to it was moved by another one.
    /// </summary>
    private async ValueTask MoveStateFiles(int revision, CancellationToken cancellation)
    {
        if (revision == Manifest.FirstRevision)
            return;
        var files = await ListPatiently(revision, cancellation).ConfigureAwait(false);
        if (await turn.WaitOrTake(files.Count, IsLastOneMoved, cancellation).ConfigureAwait(false))
            files = await ListPatiently(revision, cancellation).ConfigureAwait(false);
        foreach (var file in files)
        {
            cancellation.ThrowIfCancellationRequested();
            await directory.TryRename(Source(file), file.Path).ConfigureAwait(false);
            await turn.Beat().ConfigureAwait(false);
        }

        string Source(StateFile file) => $"{SweepLayout.Revision(revision)}/{file.Name}";

        async ValueTask<bool> IsLastOneMoved() => await directory.TryRead(Source(files[^1])).ConfigureAwait(false) is null;
    }

    /// <summary>
    /// The state files in a revision, in an order that is the same for all, so that the last one is the last one to be moved. The
    /// manifest stays there, so a listing without it comes from a cache of the time before the revision, and shows no state
    /// files either.
    /// </summary>
    private async ValueTask<IReadOnlyList<StateFile>> ListPatiently(int revision, CancellationToken cancellation)
    {
        for (var waited = TimeSpan.Zero; ; waited += Pause)
        {
            var names = await directory.List(SweepLayout.Revision(revision)).ConfigureAwait(false);
            if (names.Contains(SweepLayout.ManifestName) || waited >= options.Lease)
                return [.. StateFile.LatestOf(names).Values.OrderBy(file => file.Point)];
            await Alarm.Wait(time, Pause, cancellation).ConfigureAwait(false);
        }
    }
}
