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
        if (await ReadManifest(directory).ConfigureAwait(false) is { } existing)
            return OfSameOwner(existing, manifest);

        var mine = SweepLayout.IniUnderConstruction(worker);
        await directory.CreateDirectory(mine).ConfigureAwait(false);
        for (var i = 0; i < manifest.Points.Count; i++)
        {
            var content = Encoding.UTF8.GetBytes(manifest.Points[i].Text);
            await directory.Write($"{mine}/{new StateFile(i, PointState.ToRun).Name}", content).ConfigureAwait(false);
        }

        await directory.Write($"{mine}{SweepLayout.Baton[SweepLayout.Ini.Length..]}", ReadOnlyMemory<byte>.Empty).ConfigureAwait(false);

        // Last, and durable: whoever sees an ini sees a whole one.
        var json = JsonSerializer.SerializeToUtf8Bytes(manifest, SweepJson.Readable.Manifest);
        await directory.WriteDurable($"{mine}/{SweepLayout.ManifestName}", json).ConfigureAwait(false);
        await directory.TryRenameDirectory(mine, SweepLayout.Ini).ConfigureAwait(false);

        // Whether that rename was reported as done or not: what can be read now decides.
        var inForce = await ReadManifestInForce().ConfigureAwait(false)
            ?? throw new SweepDirectoryException($"'{SweepLayout.Manifest}' is missing although the directory '{SweepLayout.Ini}' could not be made anew. Move the sweep directory away and start again; results in it stay where they are.");
        if (inForce.Maker != worker)
            await directory.DeleteDirectory(mine).ConfigureAwait(false);
        return OfSameOwner(inForce, manifest);
    }

    /// <summary>Points are known by their arguments alone, so one sweep would take the results of another for its own.</summary>
    private static Manifest OfSameOwner(Manifest inForce, Manifest wanted) =>
        inForce.Sweep == wanted.Sweep && inForce.Assembly.Name == wanted.Assembly.Name
            ? inForce
            : throw new SweepDirectoryException(
                $"A sweep directory belongs to one method of one assembly, but {wanted.Owner} wants this one, which belongs to {inForce.Owner}. "
                + "Rename one of the two, or give one of their projects another root with the environment variable MULTIRUNNER_ROOT or the "
                + "MSBuild property MultiRunnerRoot. If both are the same sweep, because the project or the class was renamed, move this "
                + "directory away to start anew; or write the new names into \"sweep\" and into \"name\" of \"assembly\" in "
                + $"'{SweepLayout.Manifest}' to keep the results.");

    /// <summary>
    /// The manifest of an <c>ini</c> that is there. A client that looked for it in vain a moment ago may remember that, and
    /// not ask again, for up to 30 s: so absence is believed only after a whole lease.
    /// </summary>
    private async ValueTask<Manifest?> ReadManifestInForce()
    {
        for (var waited = TimeSpan.Zero; ; waited += Pause)
        {
            var manifest = await ReadManifest(directory).ConfigureAwait(false);
            if (manifest is not null || waited >= options.Lease)
                return manifest;
            await Task.Delay(Pause, time).ConfigureAwait(false);
        }
    }

    /// <summary>The manifest in force, or null when there is none yet.</summary>
    /// <exception cref="SweepDirectoryException">It cannot be read, or was written by another version.</exception>
    public static async ValueTask<Manifest?> ReadManifest(ISharedDirectory directory)
    {
        if (await directory.TryRead(SweepLayout.Manifest).ConfigureAwait(false) is not { } json)
            return null;
        try
        {
            RequireCurrent(FormatOf(json));
            var manifest = JsonSerializer.Deserialize(json, SweepJson.Readable.Manifest);
            if (manifest?.Current is [.., var last] && last >= manifest.Points.Count)
                throw new JsonException($"\"current\" names point {last}, but the last one of \"points\" is {manifest.Points.Count - 1}.");
            return manifest;
        }
        catch (JsonException e)
        {
            throw new SweepDirectoryException($"'{SweepLayout.Manifest}' cannot be read: {e.Message} Restore it, or move the sweep directory away and start again.", e);
        }
    }

    private static void RequireCurrent(int format)
    {
        const int Current = Manifest.CurrentFormat;
        if (format > Current)
        {
            throw new SweepDirectoryException(
                $"'{SweepLayout.Manifest}' has format {format}, but this version of MultiRunner.Xunit reads format {Current}. Update the package "
                + "MultiRunner.Xunit, or choose another directory with MULTIRUNNER_ROOT.");
        }

        if (format < Current)
        {
            throw new SweepDirectoryException(
                $"'{SweepLayout.Manifest}' has format {format}, which an earlier version of MultiRunner.Xunit wrote, but this version reads "
                + $"format {Current}. Move the sweep directory away to start anew, choose another directory with MULTIRUNNER_ROOT, or go back to "
                + "the earlier version of the package.");
        }
    }

    private static int FormatOf(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("format", out var format) && format.ValueKind == JsonValueKind.Number && format.TryGetInt32(out var version)
            ? version
            : throw new JsonException("it has no number \"format\".");
    }
}
