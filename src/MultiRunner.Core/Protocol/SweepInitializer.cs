using System.Text;
using System.Text.Json;
using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Storage;

namespace MultiRunner.Protocol;

/// <summary>
/// Makes the sweep directory, or finds that another worker has. Each worker builds a whole <c>ini</c> under a name of its
/// own and renames it into place; the manifest names its maker, so reading it back tells whose came first.
/// </summary>
internal sealed class SweepInitializer(ISharedDirectory directory, string worker, SweepOptions options, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Makes <c>ini</c> from <paramref name="manifest"/> unless it is there, and returns the manifest that is in force.</summary>
    /// <exception cref="SweepDirectoryException">What is there cannot be used, or belongs to another sweep.</exception>
    public async ValueTask<Manifest> Initialize(Manifest manifest)
    {
        await directory.CreateDirectory(SweepLayout.Results).ConfigureAwait(false);
        await directory.CreateDirectory(SweepLayout.Attempts).ConfigureAwait(false);
        await directory.CreateDirectory(SweepLayout.Workers).ConfigureAwait(false);
        if (await ManifestReader.ReadNewest(directory).ConfigureAwait(false) is { } existing)
            return OfSameOwner(existing, manifest);

        var mine = SweepLayout.IniUnderConstruction(worker);
        await directory.CreateDirectory(mine).ConfigureAwait(false);
        for (var i = 0; i < manifest.Points.Count; i++)
        {
            var content = Encoding.UTF8.GetBytes(manifest.Points[i].Text);
            await directory.Write($"{mine}/{new StateFile(i, PointState.ToRun).Name}", content).ConfigureAwait(false);
        }

        // Last, and durable: whoever sees an ini sees a whole one.
        var json = JsonSerializer.SerializeToUtf8Bytes(manifest, SweepJson.Readable.Manifest);
        await directory.WriteDurable($"{mine}/{SweepLayout.ManifestName}", json).ConfigureAwait(false);
        await directory.TryRenameDirectory(mine, SweepLayout.Ini).ConfigureAwait(false);

        // Whether that rename was reported as done or not: what can be read now decides.
        var inForce = await ReadManifestInForce().ConfigureAwait(false)
            ?? throw new SweepDirectoryException(Messages.NotMade(SweepLayout.Ini));
        if (inForce.Maker != worker)
            await directory.DeleteDirectory(mine).ConfigureAwait(false);
        return OfSameOwner(inForce, manifest);
    }

    /// <summary>Points are known by their arguments alone, so one sweep would take the results of another for its own.</summary>
    private static Manifest OfSameOwner(Manifest inForce, Manifest wanted) =>
        inForce.HasSameOwnerAs(wanted)
            ? inForce
            : throw new SweepDirectoryException(Messages.OfAnotherOwner(inForce, wanted));

    /// <summary>
    /// The manifest of an <c>ini</c> that is there. A client that looked for it in vain a moment ago may remember that, and
    /// not ask again, for up to 30 s: so absence is believed only after a whole lease.
    /// </summary>
    private async ValueTask<Manifest?> ReadManifestInForce()
    {
        for (var waited = TimeSpan.Zero; ; waited += Pause)
        {
            var manifest = await ManifestReader.Read(directory, Manifest.FirstRevision).ConfigureAwait(false);
            if (manifest is not null || waited >= options.Lease)
                return manifest;
            await Task.Delay(Pause, time).ConfigureAwait(false);
        }
    }
}
