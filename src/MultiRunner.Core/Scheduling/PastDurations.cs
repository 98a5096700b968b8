using System.Text.Json;
using MultiRunner.Format;
using MultiRunner.Storage;

namespace MultiRunner.Scheduling;

/// <summary>
/// Estimates what points cost from the results that are there, also from those that reruns have moved to the archive. It reads at most
/// <see cref="MostResults"/> of them, or as many as it is told: first those that count now, then those in the archive, the newest rerun
/// first. Within a directory it takes them at random.
/// </summary>
/// <param name="directory">The sweep directory.</param>
/// <param name="time">The clock.</param>
/// <param name="random">Says which results are read.</param>
/// <param name="most">How many results it reads at most.</param>
internal sealed class PastDurations(
    ISharedDirectory directory,
    TimeProvider time,
    Random random,
    int most = PastDurations.MostResults)
{
    /// <summary>A mean of a thousand is good to a few percent, and reading more would keep the worker from its first point.</summary>
    public const int MostResults = 1_000;

    // To look into an archive takes a listing, even if there is no result in it.
    private const int MostArchives = 10;
    private const int FilesAtATime = 8;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private readonly DurationModel model = new();
    private long began;
    private int read;

    private bool IsEnough => read >= most || time.GetElapsedTime(began) >= Longest;

    /// <summary>
    /// What each of the points is likely to cost, as a logarithm. It is null when there are no results, and when fewer than two of the
    /// points are open: then no order matters, and nothing is read.
    /// </summary>
    /// <param name="points">The points that the worker has to report.</param>
    /// <param name="argumentsOf">The arguments of a point, as its state file holds them.</param>
    /// <param name="cancellation">Ends it.</param>
    public async ValueTask<IReadOnlyDictionary<int, double>?> Estimate(
        IReadOnlyList<int> points, Func<int, ReadOnlyMemory<byte>> argumentsOf, CancellationToken cancellation)
    {
        try
        {
            var states = StateFile.LatestOf(await directory.List(SweepLayout.Ini).ConfigureAwait(false));
            if (points.Count(point => states.TryGetValue(point, out var file) && file.State == PointState.ToRun) < 2)
                return null;
        }
        catch (SharedDirectoryException)
        {
            // If the directory is out of order, whoever needs it more will say so.
            return null;
        }

        await Learn(cancellation).ConfigureAwait(false);
        return model.Count == 0 ? null : points.ToDictionary(point => point, point => model.Estimate(argumentsOf(point)));
    }

    /// <summary>Reads results, and returns what they tell. It knows nothing when there are none.</summary>
    /// <param name="cancellation">Ends it.</param>
    public async ValueTask<DurationModel> Learn(CancellationToken cancellation)
    {
        began = time.GetTimestamp();
        try
        {
            await LearnFrom(SweepLayout.Results, cancellation).ConfigureAwait(false);
            if (!IsEnough)
                await LearnFromArchives(cancellation).ConfigureAwait(false);
        }
        catch (SharedDirectoryException)
        {
            // What was read so far must do.
        }

        return model;
    }

    private async ValueTask LearnFromArchives(CancellationToken cancellation)
    {
        var archives = await directory.List(SweepLayout.Archive).ConfigureAwait(false);
        foreach (var archive in archives.OrderDescending(StringComparer.Ordinal).Take(MostArchives))
        {
            if (IsEnough)
                return;
            await LearnFrom($"{SweepLayout.Archive}/{archive}/{SweepLayout.Results}", cancellation).ConfigureAwait(false);
        }
    }

    private async ValueTask LearnFrom(string folder, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var files = await directory.List(folder).ConfigureAwait(false);
        string[] names = [.. files.Where(name => SweepLayout.PointOfResult(name) is not null)];
        random.Shuffle(names);
        foreach (var batch in names.Take(most - read).Chunk(FilesAtATime))
        {
            if (IsEnough)
                return;
            read += batch.Length;
            foreach (var json in await Task.WhenAll(batch.Select(name => Read($"{folder}/{name}"))).ConfigureAwait(false))
            {
                if (json is not null)
                    Learn(json);
            }

            cancellation.ThrowIfCancellationRequested();
        }
    }

    // To read from a real directory holds the thread, so reads at the same time need threads of their own.
    private Task<byte[]?> Read(string path) =>
        directory.Root is null ? directory.TryRead(path).AsTask() : Task.Run(() => directory.TryRead(path).AsTask());

    private void Learn(byte[] json)
    {
        try
        {
            using var result = JsonDocument.Parse(json);
            var root = result.RootElement;
            if (root.ValueKind == JsonValueKind.Object
                && root.TryGetProperty("arguments", out var arguments) && arguments.ValueKind == JsonValueKind.Object
                && root.TryGetProperty("seconds", out var seconds) && seconds.ValueKind == JsonValueKind.Number
                && double.IsFinite(seconds.GetDouble()))
            {
                model.Add(arguments, seconds.GetDouble());
            }
        }
        catch (Exception e) when (JsonDamage.Is(e))
        {
            // Damaged results are the business of those who repair and report.
        }
    }
}
