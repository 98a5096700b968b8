using System.Text.Json;
using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Storage;

namespace MultiRunner.Protocol;

/// <summary>
/// The records of failed attempts, as a worker reads them. One listing serves as many points as it has enough records of: a sweep
/// with thousands of failed points is not listed thousands of times.
/// </summary>
/// <param name="directory">The sweep directory.</param>
/// <param name="options">How the worker takes part.</param>
internal sealed class Attempts(ISharedDirectory directory, SweepOptions options)
{
    // Slots share it. Each goes on with what it has listed itself, and the listing that was assigned last serves the next one.
    private volatile ILookup<int?, string> listed = Array.Empty<string>().ToLookup(SweepLayout.PointOfAttempt);

    /// <summary>The failed attempts on record for a point that has failed for good.</summary>
    public async ValueTask<IReadOnlyList<AttemptRecord>> Of(int point)
    {
        // A point fails when it has as many records as there may be attempts. An older listing may have fewer, or, when the point has
        // been put back to be run since and has failed again, names that are gone.
        var attempts = await Read(listed, point).ConfigureAwait(false);
        if (attempts.Count < options.MaxAttempts)
        {
            var now = (await directory.List(SweepLayout.Attempts).ConfigureAwait(false)).ToLookup(SweepLayout.PointOfAttempt);
            listed = now;
            attempts = await Read(now, point).ConfigureAwait(false);
        }

        attempts.Sort((a, b) => Nullable.Compare(a.Started, b.Started));
        return attempts;
    }

    private async ValueTask<List<AttemptRecord>> Read(ILookup<int?, string> names, int point)
    {
        var attempts = new List<AttemptRecord>();
        foreach (var name in names[point])
        {
            if (await directory.TryRead($"{SweepLayout.Attempts}/{name}").ConfigureAwait(false) is { } json)
                attempts.Add(RecordIn(json, name, point));
        }

        return attempts;
    }

    private static AttemptRecord RecordIn(byte[] json, string name, int point)
    {
        try
        {
            return JsonSerializer.Deserialize(json, SweepJson.Readable.AttemptRecord) ?? throw new JsonException("it is null.");
        }
        catch (JsonException e)
        {
            // It still counts as an attempt: something was tried and did not end well.
            var error = new AttemptError("Unreadable", $"The record '{name}' cannot be read: {e.Message}", Stack: null);
            return new AttemptRecord { Point = point, Worker = "?", Kind = "error", Error = error };
        }
    }
}
