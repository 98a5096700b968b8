using System.Text;
using System.Text.Json;
using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Storage;

namespace MultiRunner.Protocol;

/// <summary>
/// Makes a revision of the manifest, the first one included: a whole directory, with the manifest and the state files of the new
/// points, is built under a name of the worker's own and renamed into place. Of several workers that make the same revision one
/// succeeds, since no file system renames a directory onto one that is not empty.
/// </summary>
/// <param name="directory">The sweep directory.</param>
/// <param name="me">This worker.</param>
/// <param name="turn">Lets the others wait while one worker builds. Whoever calls this gives the turn back.</param>
/// <param name="options">How this worker takes part.</param>
/// <param name="time">The clock.</param>
internal sealed class Construction(
    ISharedDirectory directory,
    WorkerIdentity me,
    MakingTurn turn,
    SweepOptions options,
    TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Makes a revision. Returns what it is now: this one, or that of another worker who was faster.</summary>
    /// <param name="manifest">The revision.</param>
    /// <param name="firstNew">The first point that the revision before it does not have.</param>
    /// <param name="cancellation">Ends it. Others can go on.</param>
    /// <exception cref="SweepDirectoryException">There is a directory of that name, but no manifest in it that can be used.</exception>
    public async ValueTask<Manifest> Make(Manifest manifest, int firstNew, CancellationToken cancellation)
    {
        Manifest? made = null;
        if (await turn.WaitOrTake(manifest.Points.Count - firstNew, IsMade, cancellation).ConfigureAwait(false))
            return made!;

        var isFirst = manifest.Revision == Manifest.FirstRevision;
        var mine = isFirst ? SweepLayout.IniUnderConstruction(me.Id) : SweepLayout.RevisionUnderConstruction(me.Id);
        var place = isFirst ? SweepLayout.Ini : SweepLayout.Revision(manifest.Revision);
        await Build(mine, manifest, firstNew, cancellation).ConfigureAwait(false);
        await directory.TryRenameDirectory(mine, place).ConfigureAwait(false);

        // Whether that rename was reported as done or not: the maker that can be read now decides. It is read by its name, since
        // a listing may come from a cache of the time before.
        made = await ReadPatiently(manifest.Revision, cancellation).ConfigureAwait(false)
            ?? throw new SweepDirectoryException(Messages.NotMade(place));
        if (made.Maker != me.Id)
            await directory.DeleteDirectory(mine).ConfigureAwait(false);
        return made;

        async ValueTask<bool> IsMade()
        {
            made = await ManifestReader.Read(directory, manifest.Revision).ConfigureAwait(false);
            return made is not null;
        }
    }

    private async ValueTask Build(string mine, Manifest manifest, int firstNew, CancellationToken cancellation)
    {
        if (manifest.Revision != Manifest.FirstRevision)
            await directory.CreateDirectory(SweepLayout.Revisions).ConfigureAwait(false);
        try
        {
            await directory.CreateDirectory(mine).ConfigureAwait(false);
            for (var i = firstNew; i < manifest.Points.Count; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                var arguments = Encoding.UTF8.GetBytes(manifest.Points[i].Text);
                await directory.Write($"{mine}/{new StateFile(i, PointState.ToRun).Name}", arguments).ConfigureAwait(false);
                await turn.Beat().ConfigureAwait(false);
            }

            // Last, and durable: whoever sees a revision sees a whole one.
            var json = JsonSerializer.SerializeToUtf8Bytes(manifest, SweepJson.Readable.Manifest);
            await directory.WriteDurable($"{mine}/{SweepLayout.ManifestName}", json).ConfigureAwait(false);
        }
        catch (Exception e) when (e is OperationCanceledException or SharedDirectoryException)
        {
            // Only before the rename. Afterwards a client may still find, under the old name, the directory that everybody uses.
            await TryDelete(mine).ConfigureAwait(false);
            throw;
        }
    }

    private async ValueTask TryDelete(string mine)
    {
        try
        {
            await directory.DeleteDirectory(mine).ConfigureAwait(false);
        }
        catch (SharedDirectoryException)
        {
            // Its name starts with a dot: readers pass over it.
        }
    }

    /// <summary>
    /// A client that looked in vain a moment ago may remember that for up to 30 s, so absence is believed only after a lease.
    /// </summary>
    private async ValueTask<Manifest?> ReadPatiently(int revision, CancellationToken cancellation)
    {
        for (var waited = TimeSpan.Zero; ; waited += Pause)
        {
            var manifest = await ManifestReader.Read(directory, revision).ConfigureAwait(false);
            if (manifest is not null || waited >= options.Lease)
                return manifest;
            await Alarm.Wait(time, Pause, cancellation).ConfigureAwait(false);
        }
    }
}
