using MultiRunner.Format;
using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Page;

/// <summary>The columns of the points on the page.</summary>
/// <param name="report">The report.</param>
/// <param name="points">The points, one for each row.</param>
/// <param name="parameters">The parameters of the report.</param>
/// <param name="workers">The workers of the page.</param>
internal sealed class PagePoints(
    SweepReport report, IReadOnlyList<ReportPoint> points, IReadOnlyList<PageParameter> parameters, PageWorkers workers)
{
    private static readonly string[] States = ["to_run", "skipped", "running", "finished", "failed"];

    private readonly Dictionary<AssemblyStamp, int> builds =
        report.Builds.Select((build, i) => (build.Build, i)).ToDictionary();

    /// <summary>Writes the property <c>points</c>.</summary>
    public void Write(PageJson json) => json.Object("points", () =>
    {
        json.Texts("states", States);
        json.Array("index", points, point => json.Integer(point.Index));
        json.Array("state", points, point => json.Integer(Array.IndexOf(States, point.StateName)));
        json.Array("arguments", Enumerable.Range(0, parameters.Count), i =>
            json.Array(points, point => json.Integer(parameters[i].IndexOf(point.Arguments[i]))));
        json.Array("metrics", report.Metrics, metric => json.Array(points, point => json.Number(point.Metric(metric))));
        json.Array("started", points, point => json.Integer(point.Started?.ToUnixTimeMilliseconds()));
        json.Array("seconds", points, point => json.Number(point.Seconds));
        json.Array("worker", points, point => json.Integer(workers.IndexOf(point.Worker)));
        json.Array("attempt", points, point => json.Integer(point.Attempt));
        json.Array("build", points, point => json.Integer(IndexOf(point.Build)));
    });

    private int IndexOf(AssemblyStamp? build) => build is not null && builds.TryGetValue(build, out var index) ? index : -1;
}
