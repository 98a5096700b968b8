using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Page;

/// <summary>What went wrong at the points of the page, and why points were skipped.</summary>
/// <param name="points">The points, one for each row.</param>
/// <param name="texts">The texts of the page.</param>
internal sealed class PageAttempts(IReadOnlyList<ReportPoint> points, PageTexts texts)
{
    /// <summary>Writes the properties <c>attempts</c> and <c>skips</c>.</summary>
    public void Write(PageJson json)
    {
        var rows = Enumerable.Range(0, points.Count);
        var attempts = rows.SelectMany(row => (points[row].Failures ?? []).Select(failure => (Row: row, Failure: failure)));
        json.Array("attempts", attempts, attempt => Write(json, attempt.Row, attempt.Failure));
        var skips = rows.Where(row => points[row].IsSkipped).SelectMany(row => points[row].Skips!.Select(skip => (Row: row, Skip: skip)));
        json.Array("skips", skips, skipped => Write(json, skipped.Row, skipped.Skip));
    }

    private void Write(PageJson json, int row, ReportFailure failure) => json.Object(() =>
    {
        json.Integer("row", row);
        json.Text("kind", failure.Kind);
        json.Text("type", failure.Type);
        json.Integer("message", texts.IndexOf(failure.Message));
        json.Integer("trace", -1);
        json.Text("worker", failure.Worker);
        json.Integer("started", failure.Started?.ToUnixTimeMilliseconds());
        json.Number("seconds", failure.Seconds);
        json.Text("file", failure.File);
    });

    private void Write(PageJson json, int row, ReportSkip skip) => json.Object(() =>
    {
        json.Integer("row", row);
        json.Text("host", skip.Host);
        json.Integer("reason", texts.IndexOf(skip.Reason));
    });
}
