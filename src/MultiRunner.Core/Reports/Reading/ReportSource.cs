using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MultiRunner.Format;
using MultiRunner.Protocol;
using MultiRunner.Reports.Formatting;
using MultiRunner.Storage;

namespace MultiRunner.Reports.Reading;

/// <summary>Reads a sweep directory for a report: what cannot be read becomes a warning, never an exception.</summary>
internal sealed class ReportSource(ISharedDirectory directory)
{
    private readonly List<string> warnings = [];

    /// <summary>What could not be read so far, a sentence each.</summary>
    public IReadOnlyList<string> Warnings => warnings;

    /// <summary>Adds a sentence.</summary>
    public void Warn(string warning) => warnings.Add(warning);

    /// <summary>The names in a directory in ordinal order, without temporary ones; none when it cannot be listed.</summary>
    public async ValueTask<IReadOnlyList<string>> List(string path)
    {
        try
        {
            var names = await directory.List(path).ConfigureAwait(false);
            return [.. names.Where(n => n.Length > 0 && n[0] != SweepLayout.Temporary).Order(StringComparer.Ordinal)];
        }
        catch (SharedDirectoryException e)
        {
            Warn($"The directory '{path}' cannot be listed: {e.Message}");
            return [];
        }
    }

    /// <summary>The content of a file; null when there is none, or, after a warning, when the file system failed.</summary>
    public async ValueTask<byte[]?> Read(string path)
    {
        try
        {
            return await directory.TryRead(path).ConfigureAwait(false);
        }
        catch (SharedDirectoryException e)
        {
            Warn($"'{path}' cannot be read: {e.Message}");
            return null;
        }
    }

    /// <summary>The object in a file; null when there is no such file or, after a warning, when it cannot be read.</summary>
    public async ValueTask<T?> Read<T>(string path, JsonTypeInfo<T> type)
        where T : class
    {
        if (await Read(path).ConfigureAwait(false) is not { } json)
            return null;
        try
        {
            var read = JsonSerializer.Deserialize(json, type);
            if (read is null)
                Warn($"'{path}' cannot be read: it holds nothing but null.");
            return read;
        }
        catch (JsonException e)
        {
            Warn($"'{path}' cannot be read: {e.Message}");
            return null;
        }
    }

    /// <summary>
    /// What each worker last wrote about itself. Workers are left out whose file is missing or, after a warning, cannot be read.
    /// </summary>
    public async ValueTask<IReadOnlyList<(string Id, WorkerRecord Record)>> ReadWorkers()
    {
        var workers = new List<(string, WorkerRecord)>();
        foreach (var id in (await List(SweepLayout.Workers).ConfigureAwait(false)).Select(SweepLayout.WorkerOf).OfType<string>())
        {
            if (await Read(SweepLayout.Worker(id), SweepJson.Readable.WorkerRecord).ConfigureAwait(false) is { } record)
                workers.Add((id, record));
        }

        return workers;
    }

    /// <summary>The manifest, or null after a warning.</summary>
    public async ValueTask<Manifest?> ReadManifest()
    {
        try
        {
            var manifest = await ManifestReader.ReadNewest(directory).ConfigureAwait(false);
            if (manifest is not null && manifest.Parameters.All(p => p is not null))
                return manifest;
            Warn(manifest is null ? ReportWarnings.NoManifest : ReportWarnings.ParameterIsNull);
        }
        catch (SharedDirectoryException e)
        {
            Warn($"'{SweepLayout.Manifest}' cannot be read: {e.Message}");
        }
        catch (SweepDirectoryException e)
        {
            Warn(e.Message);
        }

        return null;
    }
}
