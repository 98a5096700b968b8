using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Writing;

/// <summary>What the values of the parameters come to, as the text formats show it.</summary>
internal static class EffectTables
{
    private const int MostRows = 10;
    private const int MostMetrics = 4;
    private const int LongestMetric = 20;

    // Names and values are cut as little as the width of the table allows.
    private static readonly int[] CellWidths = [Arguments.LongestCell, 30, 20, 10];

    /// <summary>The table of the means by parameter value; nothing when there is none.</summary>
    public static IReadOnlyList<ReportBlock> Of(SweepReport report)
    {
        if (report.Effects.Count == 0)
            return [];
        var soFar = report.Counts.Open > 0 ? " so far" : "";
        var order = report.FactorsByImportance.ToList();
        var values = report.Effects
            .OrderBy(e => order.IndexOf(e.Parameter))
            .SelectMany(e => e.Values.Select(v => (e.Parameter, Value: v)))
            .ToList();
        var shown = values.Take(MostRows).ToList();
        List<string> notes = [];
        if (shown.Exists(v => v.Value.Means.Any(m => m.AdjustedMean is not null)))
            notes.Add("Adjusted: the mean to expect if each value had met all values of the other parameters equally often.");
        if (shown.Exists(v => v.Value.UpTo is not null))
            notes.Add("An interval is named by its lowest and its highest number.");
        if (values.Count > MostRows)
            notes.Add($"{Display.Count(values.Count - MostRows, "more value")} in report.json.");
        var title = report.RankedBy is { } metric
            ? $"Mean {metric} by parameter value{soFar}, ± its standard error"
            : $"Means by parameter value{soFar}";
        var tables = Means(report, shown.ConvertAll(v => v.Value))
            .SelectMany(means => CellWidths.Select(width => Table(shown, means, notes, width)));
        return [new ReportBlock.Heading("effects", title), FirstThatFits([.. tables])];
    }

    private static ReportTable FirstThatFits(List<ReportTable> tables) => tables.Find(TextTable.Fits) ?? tables[^1];

    /// <summary>The columns of means, and what they may be cut to where the table is too wide.</summary>
    private static IEnumerable<List<(ReportColumn Column, IReadOnlyList<string> Cells)>> Means(
        SweepReport report, List<ValueEffect> values) => report.RankedBy is null
        ? Enumerable.Range(0, MostMetrics).Select(fewer => OfAllMetrics(values, MostMetrics - fewer))
        : [OfObjective(values)];

    private static ReportTable Table(
        List<(string Parameter, ValueEffect Value)> shown,
        List<(ReportColumn Column, IReadOnlyList<string> Cells)> means,
        IReadOnlyList<string> notes,
        int longestCell) => new(
        [new("parameter", false), new("value", shown.TrueForAll(v => Arguments.IsNumber(v.Value.Value))), .. means.Select(m => m.Column)],
        [.. shown.Select((v, row) => (IReadOnlyList<string>)
        [
            Display.Shortened(Display.Line(v.Parameter), longestCell),
            Display.Shortened(ValueOf(v.Value), longestCell),
            .. means.Select(m => m.Cells[row]),
        ])],
        notes);

    private static List<(ReportColumn Column, IReadOnlyList<string> Cells)> OfObjective(List<ValueEffect> values)
    {
        var means = values.Select(v => v.Means[0]).ToList();
        var format = NumberFormat.Of(means.Select(m => m.Mean).OfType<double>(), means.Select(m => m.StandardError).OfType<double>());
        List<(ReportColumn, IReadOnlyList<string>)> columns =
        [
            (new("points", true), means.ConvertAll(PointsOf)),
            (new("mean", true), PlusMinus.Cells([.. means.Select(m => (m.Mean, m.StandardError))], format)),
        ];
        if (means.Exists(m => m.AdjustedMean is not null))
            columns.Add((new("adjusted", true), means.ConvertAll(m => Text(m.AdjustedMean, format))));
        var single = NumberFormat.Of(means.SelectMany(m => new[] { m.Best, m.Worst }).OfType<double>());
        columns.Add((new("best", true), means.ConvertAll(m => Text(m.Best, single))));
        columns.Add((new("worst", true), means.ConvertAll(m => Text(m.Worst, single))));
        return columns;
    }

    private static List<(ReportColumn Column, IReadOnlyList<string> Cells)> OfAllMetrics(List<ValueEffect> values, int most)
    {
        List<(ReportColumn, IReadOnlyList<string>)> columns =
            [(new("points", true), [.. values.Select(v => Display.Number(v.Means.Max(m => m.Count + m.NotANumber)))])];
        for (var i = 0; i < Math.Min(most, values[0].Means.Count); i++)
        {
            var format = NumberFormat.Of(values.Select(v => v.Means[i].Mean).OfType<double>());
            var name = Display.Shortened(Display.Line(values[0].Means[i].Metric), LongestMetric);
            columns.Add((new($"mean {name}", true), [.. values.Select(v => Text(v.Means[i].Mean, format))]));
        }

        return columns;
    }

    private static string ValueOf(ValueEffect effect) => effect.UpTo is { } highest
        ? $"{Display.Argument(effect.Value)} to {Display.Argument(highest)}"
        : Display.Argument(effect.Value);

    private static string PointsOf(MetricMean mean) =>
        Display.Number(mean.Count) + (mean.NotANumber > 0 ? $" + {Display.Number(mean.NotANumber)} NaN" : "");

    private static string Text(double? value, NumberFormat format) => value is { } number ? format.Text(number) : "";
}
