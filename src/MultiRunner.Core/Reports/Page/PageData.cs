using System.Globalization;
using MultiRunner.Reports.Model;
using MultiRunner.Reports.Writing;

namespace MultiRunner.Reports.Page;

/// <summary>
/// The data that the script of the page draws. Points are columns, a value for each row, since that is small. A row is the place of a
/// point in these columns.
/// </summary>
internal sealed class PageData
{
    /// <summary>From the page to the sweep directory, for links.</summary>
    private const string Root = "../";

    private readonly SweepReport report;
    private readonly PageSelection selection;
    private readonly List<PageParameter> parameters;
    private readonly PageWorkers workers;
    private readonly PageCurves curves;
    private readonly PageTexts texts = new();
    private readonly PageAttempts attempts;
    private readonly PageDetails details;
    private readonly Dictionary<int, int> rows = [];

    /// <param name="report">The report that the page is of.</param>
    public PageData(SweepReport report)
    {
        this.report = report;
        selection = PageSelection.Of(report);
        var points = selection.Points;
        parameters = [.. report.Parameters.Select((name, i) => PageParameter.Of(name, report.Repeats.Contains(name), i, points))];
        workers = new PageWorkers(report.Workers, points);
        curves = new PageCurves(points, Ranked(selection));
        for (var row = 0; row < points.Count; row++)
            rows[points[row].Index] = row;
        attempts = new PageAttempts(report, rows, texts);
        details = new PageDetails(points);
        Left = [.. selection.Left, .. LeftOfValues(), .. curves.Left, .. attempts.Left, .. texts.Left, .. details.Left];
    }

    /// <summary>What the page leaves to the other files, a sentence each.</summary>
    public IReadOnlyList<string> Left { get; }

    /// <summary>Writes the data as JSON that can stand in an element of HTML.</summary>
    public void Write(Stream stream)
    {
        using var json = new PageJson(stream);
        json.Object(() => Write(json));
    }

    private void Write(PageJson json)
    {
        json.Text("sweep", report.Sweep);
        json.Text("written", report.Written.ToString("O", CultureInfo.InvariantCulture));
        json.Text("root", Root);
        json.Text("part", selection.Part);
        WriteCounts(json);
        WriteObjective(json);
        json.Array("parameters", parameters, parameter => parameter.Write(json));
        json.Texts("metrics", report.Metrics);
        workers.Write(json);
        json.Texts("builds", report.Builds.Select(b => b.Build.Text));
        new PagePoints(report, selection.Points, parameters, workers).Write(json);
        json.Array("configurations", selection.Configurations, configuration => Write(json, configuration));
        curves.Write(json);
        json.Texts("texts", texts.All);
        attempts.Write(json);
        details.Write(json);
        WriteShares(json);
        json.Texts("left", Left);
    }

    /// <summary>What the whole report has, also where the page has a part of it.</summary>
    private void WriteCounts(PageJson json) => json.Object("counts", () =>
    {
        json.Integer("finished", report.Counts.Finished);
        json.Integer("running", report.Counts.Running);
        json.Integer("to_run", report.Counts.ToRun);
        json.Integer("skipped", report.Counts.Skipped);
        json.Integer("failed", report.Counts.Failed);
        json.Integer("configurations", report.Configurations.Count);
        json.Integer("attempts", attempts.All);
    });

    private IEnumerable<string> LeftOfValues() => parameters.Any(p => p.IsCut)
        ? ["Long values of parameters are cut on this page, also in what is copied as CSV; report.csv has them whole."]
        : [];

    private void WriteObjective(PageJson json)
    {
        if (report.Objective is not { } objective)
        {
            json.Null("objective");
            return;
        }

        json.Object("objective", () =>
        {
            json.Text("metric", report.RankedBy ?? objective.Metric);
            json.Truth("maximize", objective.Maximize);
        });
    }

    private void Write(PageJson json, Configuration configuration) => json.Object(() =>
    {
        json.Integer("rank", configuration.Rank);
        json.Integer("tied", configuration.Tied);
        json.Truth("near", configuration.NotDistinguishable);
        json.Array("rows", RowsOf(configuration), row => json.Integer(row));
        json.Integer("count", report.RankedBy is null ? configuration.Finished : configuration.Objective?.Count ?? 0);
        json.Number("mean", configuration.Objective?.Mean);
        json.Number("sd", configuration.Objective?.StandardDeviation);
        json.Number("low", configuration.Objective?.Low);
        json.Number("high", configuration.Objective?.High);
        json.Number("best", configuration.BestValue);
        json.Integer("bestRow", configuration.BestPoint is { } best && rows.TryGetValue(best, out var row) ? row : null);
        json.Number("seconds", configuration.Seconds);
        json.Array("metrics", report.Metrics, metric => json.Number(configuration.Metric(metric)));
    });

    private static IEnumerable<ReportPoint> Ranked(PageSelection selection)
    {
        var shown = selection.Points.Select(p => p.Index).ToHashSet();
        return selection.Configurations.SelectMany(c => c.Members).Where(p => shown.Contains(p.Index));
    }

    private IEnumerable<int> RowsOf(Configuration configuration) =>
        configuration.Members.Where(p => rows.ContainsKey(p.Index)).Select(p => rows[p.Index]);

    private void WriteShares(PageJson json)
    {
        if (report.Variance is not { } variance)
            return;
        json.Array("shares", variance.Shares, term => json.Object(() =>
        {
            json.Texts("terms", term.Parameters);
            json.Number("share", term.Part.Share);
        }));
        json.Array("aliased", ShareTable.Together(variance), aliased => json.Object(() =>
        {
            json.Texts("terms", aliased.Terms.Select(ShareTable.Name));
            json.Number("share", aliased.Part.Share);
        }));
        json.Array("rest", ShareTable.Rest(variance), rest => json.Object(() =>
        {
            json.Text("name", rest.Name);
            json.Number("share", rest.Part.Share);
        }));
    }
}
