using System.Text.Json;
using MultiRunner.Format;
using MultiRunner.Reports.Formatting;
using MultiRunner.Results;

namespace MultiRunner.Reports.Reading;

/// <summary>Reads the results of points that are finished, and of those that are just about to be.</summary>
/// <param name="source">Reads the files.</param>
/// <param name="reader">Reads a result, with as much of its curves as the report keeps.</param>
internal sealed class ResultReader(ReportSource source, ResultSummaryReader reader)
{
    /// <summary>
    /// Returns the result of a point; null when the point is not finished, when its result is not there yet, and, after a warning,
    /// when the result cannot be read. A result that lies there although the point is to run again does not count.
    /// </summary>
    public async ValueTask<ResultSummary?> Read(StateFile file)
    {
        var path = SweepLayout.Result(file.Point);
        switch (file.State)
        {
            case PointState.Committed:
                // Its worker may rename the candidate to the result between two reads. Then the first read misses the result, the second
                // one misses the candidate, and the third one finds the result.
                var candidate = SweepLayout.Candidate(file);
                return await ReadAt(path, file.Point).ConfigureAwait(false)
                    ?? await ReadAt(candidate, file.Point).ConfigureAwait(false)
                    ?? await ReadAt(path, file.Point).ConfigureAwait(false);
            case PointState.Finished:
                var warned = source.Warnings.Count;
                var result = await ReadAt(path, file.Point).ConfigureAwait(false);
                if (result is null && source.Warnings.Count == warned)
                    source.Warn(ReportWarnings.NoResult(file.Point, path));
                return result;
            default:
                return null;
        }
    }

    /// <summary>Warns of results that workers set aside as unreadable.</summary>
    public static async ValueTask WarnOfSetAside(ReportSource source, IReadOnlyList<int> points)
    {
        var counted = points.ToHashSet();
        foreach (var name in await source.List(SweepLayout.Results).ConfigureAwait(false))
        {
            if (SweepLayout.PointOfCorruptResult(name) is { } point && counted.Contains(point))
                source.Warn(ReportWarnings.SetAside($"{SweepLayout.Results}/{name}", point));
        }
    }

    /// <summary>The result of a point in a file; null when there is no such file or, after a warning, when it cannot be read.</summary>
    public async ValueTask<ResultSummary?> ReadAt(string path, int point)
    {
        if (await source.Read(path).ConfigureAwait(false) is not { } json)
            return null;
        try
        {
            if (reader.Read(json) is { } result && result.Point == point)
                return result;
            source.Warn(ReportWarnings.NotAResult(path, point, ResultCheck.IsWhole(json, point)));
        }
        catch (JsonException e)
        {
            source.Warn(ReportWarnings.UnreadableResult(path, e.Message, ResultCheck.IsWhole(json, point)));
        }

        return null;
    }
}
