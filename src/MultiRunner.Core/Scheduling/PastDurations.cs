using System.Text.Json;
using MultiRunner.Format;
using MultiRunner.Storage;

namespace MultiRunner.Scheduling;

/// <summary>
/// Estimates what points cost from the results that are there, also from those that reruns have moved to the archive. It reads at most
/// <see cref="MostResults"/> of them, the newest first where points were rerun, and otherwise at random.
/// </summary>
internal sealed class PastDurations(ISharedDirectory directory, Func<int, ReadOnlyMemory<byte>> argumentsOf, Random random)
{
    /// <summary>A mean of a thousand is good to a few percent, and reading more would keep the worker from its first point.</summary>
    public const int MostResults = 1_000;

    private readonly DurationModel model = new();
    private int read;

    /// <summary>What each of the points is likely to cost, as a logarithm; null when there are no results.</summary>
    public async ValueTask<IReadOnlyDictionary<int, double>?> Estimate(IReadOnlyList<int> points)
    {
        try
        {
            await LearnFrom(SweepLayout.Results).ConfigureAwait(false);
            var archives = await directory.List(SweepLayout.Archive).ConfigureAwait(false);
            foreach (var archive in archives.OrderDescending(StringComparer.Ordinal))
                await LearnFrom($"{SweepLayout.Archive}/{archive}/{SweepLayout.Results}").ConfigureAwait(false);
        }
        catch (SharedDirectoryException)
        {
            // What was read so far must do. If the directory is out of order, whoever needs it more will say so.
        }

        return model.Count == 0 ? null : points.ToDictionary(point => point, point => model.Estimate(argumentsOf(point)));
    }

    private async ValueTask LearnFrom(string folder)
    {
        if (read == MostResults)
            return;
        var files = await directory.List(folder).ConfigureAwait(false);
        string[] names = [.. files.Where(name => SweepLayout.PointOfResult(name) is not null)];
        random.Shuffle(names);
        foreach (var name in names.Take(MostResults - read))
        {
            read++;
            if (await directory.TryRead($"{folder}/{name}").ConfigureAwait(false) is { } json)
                Learn(json);
        }
    }

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
