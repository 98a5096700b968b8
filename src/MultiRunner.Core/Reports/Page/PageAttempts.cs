using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Page;

/// <summary>
/// What went wrong, and why points were skipped: at all points of the report, also at those that have no row on the page.
/// </summary>
internal sealed class PageAttempts
{
    /// <summary>How many failed attempts a page has at most, and how many skips.</summary>
    public const int Most = 20_000;

    private readonly List<(ReportPoint Point, ReportFailure Failure, int Message, int Trace)> attempts = [];
    private readonly List<(ReportPoint Point, string Host, int Reason)> skips = [];
    private readonly IReadOnlyDictionary<int, int> rows;
    private readonly ReportTraces traces;
    private readonly int allSkips;

    /// <param name="report">The report.</param>
    /// <param name="rows">The row of each point of the page, by its index.</param>
    /// <param name="texts">Takes messages, traces and reasons.</param>
    public PageAttempts(SweepReport report, IReadOnlyDictionary<int, int> rows, PageTexts texts)
    {
        this.rows = rows;
        traces = report.Traces;
        All = report.Points.Sum(p => p.Failures?.Count ?? 0);

        allSkips = report.Points.Sum(p => p.IsSkipped ? p.Skips!.Count : 0);

        // Where there are too many, those of the points that a row can open to come first.
        foreach (var point in report.Points.OrderBy(p => !rows.ContainsKey(p.Index)))
        {
            foreach (var failure in (point.Failures ?? []).Take(Most - attempts.Count))
                attempts.Add((point, failure, texts.IndexOf(failure.Message), TraceOf(failure) is { } trace ? texts.IndexOf(trace) : -1));
            foreach (var skip in point.IsSkipped ? point.Skips!.Take(Most - skips.Count) : [])
                skips.Add((point, skip.Host, texts.IndexOf(skip.Reason)));
        }
    }

    /// <summary>How many attempts of the report failed.</summary>
    public int All { get; }

    /// <summary>What is left out, a sentence each.</summary>
    public IEnumerable<string> Left
    {
        get
        {
            if (All > attempts.Count)
                yield return $"This page has {Display.Grouped((UInt128)attempts.Count)} of {Display.Grouped((UInt128)All)} failed "
                    + "attempts; report.json has all.";
            if (allSkips > skips.Count)
                yield return $"This page has {Display.Grouped((UInt128)skips.Count)} of {Display.Grouped((UInt128)allSkips)} skips; "
                    + "report.json has all.";
            if (traces.LeftOut > 0)
                yield return $"Failed attempts have more than {Display.Number(ReportTraces.Most)} different stack traces. Those of "
                    + $"{Display.Count(traces.LeftOut, "attempt")} are in attempts/ only.";
        }
    }

    /// <summary>Writes the properties <c>attempts</c> and <c>skips</c>.</summary>
    public void Write(PageJson json)
    {
        json.Array("attempts", attempts, attempt => Write(json, attempt.Point, attempt.Failure, attempt.Message, attempt.Trace));
        json.Array("skips", skips, skip => json.Object(() =>
        {
            WritePoint(json, skip.Point);
            json.Text("host", skip.Host);
            json.Integer("reason", skip.Reason);
        }));
    }

    private void Write(PageJson json, ReportPoint point, ReportFailure failure, int message, int trace) => json.Object(() =>
    {
        WritePoint(json, point);
        json.Text("kind", failure.Kind);
        json.Text("type", failure.Type);
        json.Integer("message", message);
        json.Integer("trace", trace);
        json.Text("worker", failure.Worker);
        json.Integer("started", failure.Started?.ToUnixTimeMilliseconds());
        json.Number("seconds", failure.Seconds);
        json.Text("file", failure.File);
    });

    /// <summary>A point that the page does not have is in row -1.</summary>
    private void WritePoint(PageJson json, ReportPoint point)
    {
        json.Integer("row", rows.GetValueOrDefault(point.Index, -1));
        json.Integer("point", point.Index);
    }

    // The report may have been read from a file that somebody has changed.
    private string? TraceOf(ReportFailure failure) => failure.Trace is { } trace ? traces.Texts.ElementAtOrDefault(trace) : null;
}
