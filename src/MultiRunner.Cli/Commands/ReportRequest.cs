using MultiRunner.Format;
using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;
using MultiRunner.Reports.Writing;
using MultiRunner.Results;
using MultiRunner.Storage;

namespace MultiRunner.Cli.Commands;

/// <summary>What somebody wants to see of a report. Names are looked up in each report, for each sweep has its own.</summary>
internal sealed record ReportRequest
{
    private const string Descending = " desc";

    /// <summary>The metric to rank by instead of the sweep's own; null for the sweep's own.</summary>
    public Objective? Objective { get; init; }

    /// <summary>The filter that says which points to look at; null for all.</summary>
    public string? Where { get; init; }

    /// <summary>The points that the filter means.</summary>
    public IReadOnlySet<int>? Points { get; init; }

    /// <summary>How many rows the table of results has; null for the usual number.</summary>
    public int? Top { get; init; }

    /// <summary>The names of the columns of the table of results; empty for the usual ones.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>The name of the column to sort by, with <c>desc</c> after it when large values come first; null for the ranking.</summary>
    public string? Sort { get; init; }

    /// <summary>The same for one sweep: the filter has found its points.</summary>
    /// <exception cref="UsageException">The filter is wrong for this sweep.</exception>
    public async ValueTask<ReportRequest> At(ISharedDirectory directory, string sweep, CliContext context) => Where is null
        ? this
        : this with
        {
            Points = (await WherePoints.SelectToShow(Where, directory, await SweepPath.ReadManifest(directory, sweep), context))
                .ToHashSet(),
        };

    /// <summary>The report with the points and the ranking that are wanted.</summary>
    /// <exception cref="UsageException">No result has the metric.</exception>
    public SweepReport Of(SweepReport report)
    {
        var wanted = Points is null ? report : report.Only(point => Points.Contains(point.Index));
        if (Objective is null)
            return wanted;
        var name = wanted.Metrics.FirstOrDefault(m => MetricNames.Comparer.Equals(m, Objective.Metric));
        if (name is null && wanted.Counts.Finished > 0)
        {
            var there = wanted.Metrics.Count == 0
                ? "They have no metrics at all."
                : $"The metrics that they have: {Quoted(wanted.Metrics)}.";
            throw new UsageException(
                $"{Option(Objective)} takes the name of a metric, but no result of {report.Sweep} has '{Objective.Metric}'. {there}");
        }

        return wanted.By(Objective with { Metric = name ?? Objective.Metric });
    }

    /// <summary>How to print a report.</summary>
    /// <param name="report">The report as <see cref="Of"/> returns it.</param>
    /// <param name="own">The objective of the sweep itself.</param>
    /// <exception cref="UsageException">There is no such column.</exception>
    public ReportView ViewOf(SweepReport report, Objective? own)
    {
        var there = new ResultColumns(report);
        var isDescending = Sort?.EndsWith(Descending, StringComparison.OrdinalIgnoreCase) == true;
        var sort = isDescending ? Sort![..^Descending.Length].Trim() : Sort;
        var unknown = Columns.Where(name => there.Find(name) is null).Select(name => $"'{name}' of --columns").ToList();
        if (sort is not null && there.Find(sort) is null)
            unknown.Add($"'{sort}' of --sort");
        if (unknown.Count > 0)
        {
            throw new UsageException(
                $"The report of {report.Sweep} has no column {string.Join(" and none ", unknown)}. "
                + $"Its columns: {Quoted(there.All.Select(c => c.Name))}.");
        }

        return new ReportView
        {
            Top = Top,
            Columns = Columns.Count == 0 ? null : [.. Columns.Select(name => there.Find(name)!)],
            Order = sort is null ? null : new ResultOrder(there.Find(sort)!, isDescending),
            Notes = [.. Notes(own)],
        };
    }

    private IEnumerable<string> Notes(Objective? own)
    {
        if (Where is not null)
            yield return $"Only the points for which {Where}. The files in the sweep directory have all points.";
        if (Objective is null)
            yield break;
        var otherwise = own is null
            ? "have no ranking, since the sweep has no objective"
            : $"are ranked by the sweep's own objective, {Text(own)}";
        yield return $"This is ranked by {Option(Objective)}. The files in the sweep directory {otherwise}.";
    }

    private static string Option(Objective objective) => objective.Maximize ? "--maximize" : "--minimize";

    private static string Text(Objective objective) =>
        $"the {(objective.Maximize ? "highest" : "lowest")} {MetricNames.Written(objective.Metric)}";

    private static string Quoted(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"'{Display.Line(name)}'"));
}
