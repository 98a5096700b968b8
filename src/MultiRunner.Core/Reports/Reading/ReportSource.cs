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

    /// <summary>A source of the same directory whose warnings are its own, for what is read twice and is to be warned of once.</summary>
    public ReportSource Apart() => new(directory);

    /// <summary>Adds a sentence.</summary>
    public void Warn(string warning) => warnings.Add(warning);

    /// <summary>The names in a directory in ordinal order, without temporary ones; none when it cannot be listed.</summary>
    public ValueTask<IReadOnlyList<string>> List(string path) => List(path, directory.List);

    /// <summary>
    /// The paths of the files in a directory and below it, relative to it, in ordinal order; none when it cannot be listed.
    /// </summary>
    public ValueTask<IReadOnlyList<string>> ListFiles(string path) => List(path, directory.ListFiles);

    private static bool IsTemporary(string path) => path.Split('/').Any(name => name.Length == 0 || name[0] == SweepLayout.Temporary);

    private async ValueTask<IReadOnlyList<string>> List(string path, Func<string, ValueTask<IReadOnlyList<string>>> list)
    {
        try
        {
            var names = await list(path).ConfigureAwait(false);
            return [.. names.Where(n => !IsTemporary(n)).Order(StringComparer.Ordinal)];
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
    /// Reads something for each item, several at the same time. What comes of it is in the order of the items, and so are the
    /// warnings, whichever read was done first.
    /// </summary>
    /// <param name="items">The items.</param>
    /// <param name="atATime">For how many of them at the same time.</param>
    /// <param name="read">Reads for one item, with a source of its own that takes its warnings.</param>
    public async ValueTask<IReadOnlyList<T>> ReadAll<TItem, T>(
        IReadOnlyList<TItem> items, int atATime, Func<ReportSource, TItem, ValueTask<T>> read)
    {
        var found = new T[items.Count];
        var warned = new IReadOnlyList<string>?[items.Count];
        if (atATime == 1)
        {
            for (var i = 0; i < found.Length; i++)
                await ReadOne(i).ConfigureAwait(false);
        }
        else
        {
            // Reading a file holds its thread, so reads at the same time need threads of their own.
            var options = new ParallelOptions { MaxDegreeOfParallelism = atATime };
            await Parallel.ForAsync(0, found.Length, options, (i, _) => ReadOne(i)).ConfigureAwait(false);
        }

        foreach (var some in warned)
            warnings.AddRange(some ?? []);
        return found;

        async ValueTask ReadOne(int i)
        {
            var own = Apart();
            found[i] = await read(own, items[i]).ConfigureAwait(false);
            if (own.warnings.Count > 0)
                warned[i] = own.warnings;
        }
    }

    /// <summary>
    /// What each worker last wrote about itself. Workers are left out whose file is missing or, after a warning, cannot be read.
    /// </summary>
    /// <param name="known">The records that will not change any more and need not be read again; null: there are none.</param>
    public async ValueTask<IReadOnlyList<(string Id, WorkerRecord Record)>> ReadWorkers(
        IReadOnlyDictionary<string, WorkerRecord>? known = null)
    {
        var workers = new List<(string, WorkerRecord)>();
        foreach (var id in (await List(SweepLayout.Workers).ConfigureAwait(false)).Select(SweepLayout.WorkerOf).OfType<string>())
        {
            if (known is not null && known.TryGetValue(id, out var last))
                workers.Add((id, last));
            else if (await Read(SweepLayout.Worker(id), SweepJson.Readable.WorkerRecord).ConfigureAwait(false) is not { } record)
                continue;
            else if (record.Running.Any(point => point is null))
                Warn($"'{SweepLayout.Worker(id)}' cannot be read: a point in 'running' is null.");
            else
                workers.Add((id, record));
        }

        return workers;
    }

    /// <summary>
    /// The newest manifest that can be read, or null after a warning. When newer revisions cannot be read, a warning names them and the
    /// one that is used instead.
    /// </summary>
    public async ValueTask<Manifest?> ReadManifest()
    {
        var problems = new List<string>();
        try
        {
            foreach (var revision in await ManifestReader.NewestFirst(directory).ConfigureAwait(false))
            {
                var (manifest, reason) = await TryReadManifest(revision).ConfigureAwait(false);
                if (reason is not null)
                    problems.Add(reason);
                if (manifest is null)
                    continue;
                if (problems.Count > 0)
                    Warn(ReadingWarnings.OlderRevisionUsed(problems, SweepLayout.ManifestOf(revision)));
                return manifest;
            }

            Warn(problems.Count == 0 ? ReportWarnings.NoManifest : string.Join(' ', problems));
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

    /// <summary>One revision of the manifest, or why it cannot be read; neither when there is no such file.</summary>
    /// <exception cref="SweepDirectoryException">Another version wrote it, so what the revision before says is no longer so.</exception>
    private async ValueTask<(Manifest? Manifest, string? Problem)> TryReadManifest(int revision)
    {
        var path = SweepLayout.ManifestOf(revision);
        try
        {
            var manifest = await ManifestReader.Read(directory, revision).ConfigureAwait(false);
            return manifest is null || manifest.Parameters.All(p => p is not null)
                ? (manifest, null)
                : (null, ReportWarnings.ParameterIsNull(path));
        }
        catch (SharedDirectoryException e)
        {
            return (null, $"'{path}' cannot be read: {e.Message}");
        }
        catch (SweepDirectoryException e) when (e.InnerException is { } inner && JsonDamage.Is(inner))
        {
            return (null, e.Message);
        }
    }
}
