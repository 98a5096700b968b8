using MultiRunner.Format;
using MultiRunner.Protocol;
using MultiRunner.Storage;

namespace MultiRunner.Reports.Reading;

/// <summary>
/// Looks at a sweep directory again and again. What cannot have changed since the last look is not read again: the manifest of a
/// revision, and the records of workers that have exited.
/// </summary>
/// <param name="directory">The sweep directory.</param>
internal sealed class SweepLookReader(ISharedDirectory directory)
{
    private readonly Dictionary<string, WorkerRecord> exited = new(StringComparer.Ordinal);
    private Manifest? manifest;

    /// <summary>Looks once. What cannot be read becomes a warning.</summary>
    public async ValueTask<SweepLook> Read()
    {
        var source = new ReportSource(directory);
        var states = StateFile.LatestOf(await source.List(SweepLayout.Ini).ConfigureAwait(false));
        var isListed = source.Warnings.Count == 0;
        if (!await IsManifestInForce(states).ConfigureAwait(false))
            manifest = await source.ReadManifest().ConfigureAwait(false);
        var attempts = await source.List(SweepLayout.Attempts).ConfigureAwait(false);
        var records = await source.ReadWorkers(exited).ConfigureAwait(false);
        foreach (var (id, record) in records.Where(r => r.Record.State == WorkerStates.Exited))
            exited[id] = record;
        return new SweepLook(manifest, states, attempts, records, source.Warnings, isListed);
    }

    /// <summary>
    /// A revision never changes. A point that it does not list tells that somebody has deleted the directory and made another one.
    /// </summary>
    private async ValueTask<bool> IsManifestInForce(Dictionary<int, StateFile> states)
    {
        if (manifest is null || states.Keys.Any(point => point >= manifest.Points.Count))
            return false;
        try
        {
            var newest = (await ManifestReader.NewestFirst(directory).ConfigureAwait(false))[0];
            return newest == manifest.Revision;
        }
        catch (SharedDirectoryException)
        {
            // Whoever reads the manifest then says what is wrong.
            return false;
        }
    }
}
