using System.Text.Json;
using MultiRunner.Format;
using MultiRunner.Reports.Formatting;
using MultiRunner.Results;

namespace MultiRunner.Reports.Reading;

/// <summary>Reads the results of points that are finished, and of those that are just about to be.</summary>
internal sealed class ResultReader(ReportSource source)
{
    /// <summary>
    /// The result of a point. Null: it is not finished, its result is not there yet, or, after a warning, it cannot be read.
    /// A result that lies there although the point is to run again does not count.
    /// </summary>
    public async ValueTask<PointResult?> Read(StateFile file)
    {
        var path = SweepLayout.Result(file.Point);
        switch (file.State)
        {
            case PointState.Committed:
                // Its worker is renaming the one to the other, so whichever is missed first is there the second time.
                var candidate = SweepLayout.Candidate(file.Point, file.Owner!);
                return await ReadAt(path, file.Point).ConfigureAwait(false)
                    ?? await ReadAt(candidate, file.Point).ConfigureAwait(false)
                    ?? await ReadAt(path, file.Point).ConfigureAwait(false);
            case PointState.Finished:
                var warned = source.Warnings.Count;
                var result = await ReadAt(path, file.Point).ConfigureAwait(false);
                if (result is null && source.Warnings.Count == warned)
                    source.Warn($"{Display.Points([file.Point], capital: true)} is marked as finished, but '{path}' is missing. Start the sweep again: a point whose result stays missing is run anew.");
                return result;
            default:
                return null;
        }
    }

    /// <summary>Warns of results that workers set aside as unreadable.</summary>
    public async ValueTask WarnOfSetAside(IReadOnlyList<int> points)
    {
        var counted = points.ToHashSet();
        foreach (var name in await source.List(SweepLayout.Results).ConfigureAwait(false))
        {
            if (SweepLayout.PointOfCorruptResult(name) is { } point && counted.Contains(point))
                source.Warn($"'{SweepLayout.Results}/{name}' could not be read and was set aside; {Display.Points([point])} was put back to be run again.");
        }
    }

    private async ValueTask<PointResult?> ReadAt(string path, int point)
    {
        if (await source.Read(path).ConfigureAwait(false) is not { } json)
            return null;
        try
        {
            if (JsonSerializer.Deserialize(json, ResultJson.Readable.PointResult) is { } result && result.Point == point)
                return result;
            source.Warn($"'{path}' is not a result of {Display.Points([point])}, so its numbers are not in this report. {Remedy(json, point)}");
        }
        catch (JsonException e)
        {
            source.Warn($"'{path}' cannot be read, so its numbers are not in this report: {e.Message} {Remedy(json, point)}");
        }

        return null;
    }

    private static string Remedy(byte[] json, int point) => ResultCheck.IsWhole(json, point)
        ? "A newer version of MultiRunner.Xunit may have written it; if so, update this one."
        : "Start the sweep again: it sets the file aside and runs the point anew.";
}
