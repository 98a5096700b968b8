using System.Text.Json;
using MultiRunner.Format;
using MultiRunner.Storage;

namespace MultiRunner.Protocol;

/// <summary>The records of failed attempts.</summary>
internal static class Attempts
{
    /// <summary>The failed attempts on record for one point.</summary>
    public static async ValueTask<IReadOnlyList<AttemptRecord>> Of(ISharedDirectory directory, int point)
    {
        var attempts = new List<AttemptRecord>();
        foreach (var name in await directory.List(SweepLayout.Attempts).ConfigureAwait(false))
        {
            if (SweepLayout.PointOfAttempt(name) != point
                || await directory.TryRead($"{SweepLayout.Attempts}/{name}").ConfigureAwait(false) is not { } json)
            {
                continue;
            }

            try
            {
                attempts.Add(JsonSerializer.Deserialize(json, SweepJson.Readable.AttemptRecord) ?? throw new JsonException("it is null."));
            }
            catch (JsonException e)
            {
                // It still counts as an attempt: something was tried and did not end well.
                var error = new AttemptError("Unreadable", $"The record '{name}' cannot be read: {e.Message}", Stack: null);
                attempts.Add(new AttemptRecord { Point = point, Worker = "?", Kind = "error", Error = error });
            }
        }

        attempts.Sort((a, b) => Nullable.Compare(a.Started, b.Started));
        return attempts;
    }
}
