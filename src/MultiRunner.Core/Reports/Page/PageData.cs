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
    private readonly PageJson json;
    private readonly PageTexts texts = new();
    private readonly PageWorkers workers;
    private readonly Dictionary<int, int> rows = [];

    private PageData(SweepReport report, PageSelection selection, PageJson json)
    {
        this.report = report;
        this.selection = selection;
        this.json = json;
        workers = new PageWorkers(report.Workers, selection.Points);
        for (var row = 0; row < selection.Points.Count; row++)
            rows[selection.Points[row].Index] = row;
    }

    /// <summary>Writes the data as JSON that can stand in an element of HTML.</summary>
    public static void Write(SweepReport report, PageSelection selection, Stream stream)
    {
        using var json = new PageJson(stream);
        json.Object(new PageData(report, selection, json).Write);
    }

    private void Write()
    {
        json.Text("sweep", report.Sweep);
        json.Text("written", report.Written.ToString("O", CultureInfo.InvariantCulture));
        json.Text("root", Root);
        WriteObjective();
        var parameters = report.Parameters.Select((name, i) => PageParameter.Of(name, report.Repeats.Contains(name), i, selection.Points)).ToList();
        json.Array("parameters", parameters, parameter => parameter.Write(json));
        json.Texts("metrics", report.Metrics);
        workers.Write(json);
        json.Texts("builds", report.Builds.Select(b => b.Build.Text));
        new PagePoints(report, selection.Points, parameters, workers).Write(json);
        json.Array("configurations", selection.Configurations, Write);
        new PageAttempts(selection.Points, texts).Write(json);
        WriteShares();
        json.Texts("texts", texts.All);
        json.Texts("left", selection.Left);
    }

    private void WriteObjective()
    {
        if (report is not { Objective: { } objective })
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

    private void Write(Configuration configuration) => json.Object(() =>
    {
        json.Integer("rank", configuration.Rank);
        json.Integer("tied", configuration.Tied);
        json.Truth("near", configuration.NotDistinguishable);
        json.Array("rows", configuration.Members, point => json.Integer(rows[point.Index]));
        json.Integer("count", configuration.Objective?.Count ?? configuration.Finished);
        json.Number("mean", configuration.Objective?.Mean);
        json.Number("sd", configuration.Objective?.StandardDeviation);
        json.Number("low", configuration.Objective?.Low);
        json.Number("high", configuration.Objective?.High);
        json.Number("best", configuration.BestValue);
        json.Integer("bestRow", configuration.BestPoint is { } best ? rows[best] : null);
        json.Number("seconds", configuration.Seconds);
        json.Array("metrics", report.Metrics, metric => json.Number(configuration.Metric(metric)));
    });

    private void WriteShares()
    {
        if (report.Variance is not { } variance)
            return;
        json.Array("shares", variance.Shares, term => json.Object(() =>
        {
            json.Texts("terms", term.Parameters);
            json.Number("share", term.Part.Share);
        }));
        json.Array("aliased", variance.Aliased, aliased => json.Object(() =>
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
