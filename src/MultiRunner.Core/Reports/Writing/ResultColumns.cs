using MultiRunner.Filtering;
using MultiRunner.Grids;
using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;
using MultiRunner.Results;
using MultiRunner.Statistics;

namespace MultiRunner.Reports.Writing;

/// <summary>Every column that the table of results of a report can have.</summary>
internal sealed class ResultColumns
{
    private static readonly string[] OwnOfPoints = ["rank", "point", "seconds", "worker"];
    private static readonly string[] OwnOfRepeats = ["rank", "repeats", "sd", "low", "high", "best", "best.point", "seconds"];

    private readonly SweepReport report;

    /// <param name="report">The report.</param>
    public ResultColumns(SweepReport report)
    {
        this.report = report;
        var own = report.Repeats.Count > 0 ? OwnOfRepeats : OwnOfPoints;
        var names = ColumnNames.Of(report, own);
        var factors = report.Parameters.Zip(names.Arguments).Where(n => !report.Repeats.Contains(n.First));
        Factors = [.. factors.Select((n, i) => Factor(n.Second, i))];
        Metrics = [.. report.Metrics.Zip(names.Metrics, Metric)];
    }

    /// <summary>The rank of a configuration.</summary>
    public ResultColumn Rank { get; } = new("rank", IsNumber: true, c => (double?)c.Rank, RankCell.Of);

    /// <summary>The point, where each configuration is one.</summary>
    public ResultColumn Point { get; } =
        ResultColumn.OfNumbers("point", c => c.Members[0].Index, c => Display.Number(c.Members[0].Index));

    /// <summary>How many repeats have a result, and of how many if not all have.</summary>
    public ResultColumn Repeats { get; } = ResultColumn.OfNumbers("repeats", c => Measured(c), RepeatsOf);

    /// <summary>The parameters of a configuration, in the order of the method.</summary>
    public IReadOnlyList<ResultColumn> Factors { get; }

    /// <summary>The metrics, the objective first: single values without repeats, else means.</summary>
    public IReadOnlyList<ResultColumn> Metrics { get; }

    /// <summary>All of them.</summary>
    public IReadOnlyList<ResultColumn> All => report.Repeats.Count > 0
        ? [Rank, .. Factors, .. Metrics, Repeats, .. Spread, Seconds]
        : [Rank, Point, .. Factors, .. Metrics, Seconds, ResultColumn.OfTexts("worker", c => Display.Line(c.Members[0].Worker ?? ""))];

    private static ResultColumn Seconds { get; } =
        ResultColumn.OfNumbers("seconds", c => c.Seconds, c => c.Seconds is { } seconds ? Display.Seconds(seconds) : "");

    private static IEnumerable<ResultColumn> Spread =>
    [
        OfDoubles("sd", c => c.Objective?.StandardDeviation, FormatOfMeans),
        OfDoubles("low", c => c.Objective?.Low, FormatOfMeans),
        OfDoubles("high", c => c.Objective?.High, FormatOfMeans),
        OfDoubles("best", c => c.BestValue, FormatOfMeans),
        ResultColumn.OfNumbers("best.point", c => c.BestPoint, c => c.BestPoint is { } point ? Display.Number(point) : ""),
    ];

    /// <summary>The column with a name. An equal name is taken before one that differs in case.</summary>
    public ResultColumn? Find(string name) =>
        All.FirstOrDefault(c => c.Name == name) ?? All.FirstOrDefault(c => MetricNames.Comparer.Equals(c.Name, name));

    private static int Measured(Configuration configuration) => configuration.Objective?.Count ?? configuration.Finished;

    private static string RepeatsOf(Configuration configuration)
    {
        var measured = Display.Number(Measured(configuration));
        return Measured(configuration) == configuration.Repeats ? measured : $"{measured} of {Display.Number(configuration.Repeats)}";
    }

    private ResultColumn Factor(string name, int index)
    {
        var all = report.Configurations.Select(c => c.Arguments[index]);
        var areNumbers = Arguments.AreNumbers(all);
        var kind = report.Kinds.GetValueOrDefault(report.Factors[index], FilterKind.Text);
        return new(
            name,
            IsNumber: areNumbers && all.All(value => value is { Text: not "null" }),
            c => c.Arguments[index] is { Text: not "null" } value
                ? areNumbers ? Arguments.Number(value) : TimeOf(value, kind) ?? Display.Argument(value)
                : null,
            shown => [.. shown.Select(c => Arguments.Cell(c.Arguments[index]))]);
    }

    /// <summary>What a date or a time is sorted by, since "1.00:00:00" is more than "23:00:00"; null for anything else.</summary>
    private static object? TimeOf(CanonicalJson value, FilterKind kind) => kind switch
    {
        FilterKind.Date => FilterValue.Of(value, kind)?.Text,
        FilterKind.Duration or FilterKind.TimeOfDay => FilterValue.Of(value, kind)?.Number,
        _ => null,
    };

    private ResultColumn Metric(string metric, string name) => metric == report.RankedBy && report.Repeats.Count > 0
        ? new ResultColumn(name, IsNumber: true, c => c.Objective?.Mean, MeanCell.Of)
        : OfDoubles(name, c => c.Metric(metric), shown => FormatOf(metric, shown.Select(c => c.Metric(metric)).OfType<double>()));

    private NumberFormat FormatOf(string metric, IEnumerable<double> values) =>
        metric == report.RankedBy ? NumberFormat.OfRanked(values) : NumberFormat.Of(values);

    private static NumberFormat FormatOfMeans(IReadOnlyList<Configuration> shown) =>
        MeanCell.FormatOf(shown.Select(c => c.Objective).OfType<SampleSummary>());

    private static ResultColumn OfDoubles(
        string name, Func<Configuration, double?> value, Func<IReadOnlyList<Configuration>, NumberFormat> formatOf) => new(
        name,
        IsNumber: true,
        c => value(c),
        shown =>
        {
            var format = formatOf(shown);
            return [.. shown.Select(c => value(c) is { } number ? format.Text(number) : "")];
        });
}
