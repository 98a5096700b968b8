using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Page;

/// <summary>What went wrong at the points of the page, and why points were skipped.</summary>
internal sealed class PageAttempts
{
    /// <summary>How many failed attempts a page has at most.</summary>
    public const int Most = 20_000;

    private readonly List<(int Row, ReportFailure Failure, int Message, int Trace)> attempts = [];
    private readonly List<(int Row, string Host, int Reason)> skips = [];
    private readonly ReportTraces traces;
    private readonly int all;

    /// <param name="report">The report.</param>
    /// <param name="points">The points of the page, one for each row.</param>
    /// <param name="texts">Takes messages, traces and reasons.</param>
    public PageAttempts(SweepReport report, IReadOnlyList<ReportPoint> points, PageTexts texts)
    {
        traces = report.Traces;
        all = points.Sum(p => p.Failures?.Count ?? 0);
        for (var row = 0; row < points.Count; row++)
        {
            foreach (var failure in (points[row].Failures ?? []).Take(Most - attempts.Count))
                attempts.Add((row, failure, texts.IndexOf(failure.Message), TraceOf(failure) is { } trace ? texts.IndexOf(trace) : -1));
            foreach (var skip in points[row].IsSkipped ? points[row].Skips! : [])
                skips.Add((row, skip.Host, texts.IndexOf(skip.Reason)));
        }
    }

    /// <summary>What is left out, a sentence each.</summary>
    public IEnumerable<string> Left
    {
        get
        {
            if (all > attempts.Count)
                yield return $"This page has {Display.Grouped((UInt128)attempts.Count)} of {Display.Grouped((UInt128)all)} failed "
                    + "attempts; report.json has all.";
            if (traces.LeftOut > 0)
                yield return $"Failed attempts have more than {Display.Number(ReportTraces.Most)} different stack traces. Those of "
                    + $"{Display.Count(traces.LeftOut, "attempt")} are in attempts/ only.";
        }
    }

    /// <summary>Writes the properties <c>attempts</c> and <c>skips</c>.</summary>
    public void Write(PageJson json)
    {
        json.Array("attempts", attempts, attempt => Write(json, attempt.Row, attempt.Failure, attempt.Message, attempt.Trace));
        json.Array("skips", skips, skip => json.Object(() =>
        {
            json.Integer("row", skip.Row);
            json.Text("host", skip.Host);
            json.Integer("reason", skip.Reason);
        }));
    }

    private static void Write(PageJson json, int row, ReportFailure failure, int message, int trace) => json.Object(() =>
    {
        json.Integer("row", row);
        json.Text("kind", failure.Kind);
        json.Text("type", failure.Type);
        json.Integer("message", message);
        json.Integer("trace", trace);
        json.Text("worker", failure.Worker);
        json.Integer("started", failure.Started?.ToUnixTimeMilliseconds());
        json.Number("seconds", failure.Seconds);
        json.Text("file", failure.File);
    });

    // The report may have been read from a file that somebody has changed.
    private string? TraceOf(ReportFailure failure) => failure.Trace is { } trace ? traces.Texts.ElementAtOrDefault(trace) : null;
}
