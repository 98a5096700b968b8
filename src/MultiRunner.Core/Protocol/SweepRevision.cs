using System.Text;
using System.Text.Json;
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
/// A revision is made as <c>ini</c> was: a whole directory, with the new manifest and the state files of the new points, is built
/// under a name of this worker's own and renamed to <c>revisions/k</c>. Of several workers that make revision k at the same time
/// one succeeds, since no file system renames a directory onto one that is not empty; the others look again. Then the state
/// files are moved to <c>ini</c> one by one. Each is one file that exists once, so whoever moves it, and however many try, the
/// point has one state file; and when the maker dies in between, whoever joins next moves the rest. Nobody needs a lock, so
/// nobody can be suspended while it holds one.
/// </remarks>
internal sealed class SweepRevision(ISharedDirectory directory, WorkerIdentity me, SweepOptions options, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Makes every point of <paramref name="wanted"/> a point of the sweep, and returns the manifest that says so.</summary>
    /// <param name="inForce">The newest manifest, as it was read.</param>
    /// <param name="wanted">The manifest that the code would make.</param>
    /// <exception cref="GridException">The same build had another grid: its data is not deterministic.</exception>
    /// <exception cref="SweepDirectoryException">The revision that another worker made cannot be read.</exception>
    public async ValueTask<Manifest> Ensure(Manifest inForce, Manifest wanted)
    {
        while (true)
        {
            // Before the next revision is made, so that there is never more than one from which files are to be moved.
            await MoveStateFiles(inForce.Revision).ConfigureAwait(false);
            var updated = Updated(inForce, wanted);
            if (updated.SaysTheSameAs(inForce))
                return inForce;

            // What this worker has made is returned without a further look: when two builds join at the same moment, each would
            // find what the other one made, and they would revise one another's manifest for ever.
            inForce = await Make(updated, firstNew: inForce.Points.Count).ConfigureAwait(false);
            if (inForce.Maker == me.Id)
            {
                await MoveStateFiles(inForce.Revision).ConfigureAwait(false);
                return inForce;
            }
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

    /// <summary>Makes the next revision. Returns what it is now: this one, or that of another worker who was faster.</summary>
    private async ValueTask<Manifest> Make(Manifest manifest, int firstNew)
    {
        var mine = SweepLayout.RevisionUnderConstruction(me.Id);
        await directory.CreateDirectory(SweepLayout.Revisions).ConfigureAwait(false);
        await directory.CreateDirectory(mine).ConfigureAwait(false);
        for (var i = firstNew; i < manifest.Points.Count; i++)
        {
            var arguments = Encoding.UTF8.GetBytes(manifest.Points[i].Text);
            await directory.Write($"{mine}/{new StateFile(i, PointState.ToRun).Name}", arguments).ConfigureAwait(false);
        }

        // Last, and durable: whoever sees a revision sees a whole one.
        var json = JsonSerializer.SerializeToUtf8Bytes(manifest, SweepJson.Readable.Manifest);
        await directory.WriteDurable($"{mine}/{SweepLayout.ManifestName}", json).ConfigureAwait(false);
        await directory.TryRenameDirectory(mine, SweepLayout.Revision(manifest.Revision)).ConfigureAwait(false);

        // Whether that rename was reported as done or not: the maker that can be read now decides. It is read by its name, since
        // a listing of the revisions may come from a cache of the time before.
        var made = await ReadPatiently(manifest.Revision).ConfigureAwait(false)
            ?? throw new SweepDirectoryException(Messages.NotMade(SweepLayout.Revision(manifest.Revision)));
        if (made.Maker != me.Id)
            await directory.DeleteDirectory(mine).ConfigureAwait(false);
        return made;
    }

    /// <summary>
    /// Moves the state files that a revision brings to where all state files are. Nobody else is waited for: a name that is
    /// gone when this worker comes to it was moved by another one.
    /// </summary>
    private async ValueTask MoveStateFiles(int revision)
    {
        if (revision == Manifest.FirstRevision)
            return;
        foreach (var name in await ListPatiently(revision).ConfigureAwait(false))
        {
            if (StateFile.TryParse(name, out var file))
                await directory.TryRename($"{SweepLayout.Revision(revision)}/{name}", file.Path).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// The names in a revision. Its manifest stays there, so a listing without it comes from a cache of the time before the
    /// revision, and shows no state files either.
    /// </summary>
    private async ValueTask<IReadOnlyList<string>> ListPatiently(int revision)
    {
        for (var waited = TimeSpan.Zero; ; waited += Pause)
        {
            var names = await directory.List(SweepLayout.Revision(revision)).ConfigureAwait(false);
            if (names.Contains(SweepLayout.ManifestName) || waited >= options.Lease)
                return names;
            await Task.Delay(Pause, time).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// A client that looked in vain a moment ago may remember that for up to 30 s, so absence is believed only after a lease.
    /// </summary>
    private async ValueTask<Manifest?> ReadPatiently(int revision)
    {
        for (var waited = TimeSpan.Zero; ; waited += Pause)
        {
            var manifest = await ManifestReader.Read(directory, revision).ConfigureAwait(false);
            if (manifest is not null || waited >= options.Lease)
                return manifest;
            await Task.Delay(Pause, time).ConfigureAwait(false);
        }
    }
}
