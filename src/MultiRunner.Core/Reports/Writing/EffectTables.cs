using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Writing;

/// <summary>What the values of the parameters come to, as the text formats show it.</summary>
internal static class EffectTables
{
    private const int MostRows = 10;
    private const int MostMetrics = 4;

    /// <summary>The table of the means by parameter value; nothing when there is none.</summary>
    public static IReadOnlyList<ReportBlock> Of(SweepReport report)
    {
        if (report.Effects.Count == 0)
            return [];
        var soFar = report.Counts.Open > 0 ? " so far" : "";
        var values = report.Effects.SelectMany(e => e.Values.Select(v => (e.Parameter, Value: v))).ToList();
        var shown = values.Take(MostRows).ToList();
        IReadOnlyList<string> notes = values.Count > MostRows ? [$"{Display.Count(values.Count - MostRows, "more value")} in report.json."] : [];
        var means = report.RankedBy is null ? OfAllMetrics(shown.ConvertAll(v => v.Value)) : OfObjective(shown.ConvertAll(v => v.Value));
        var table = new ReportTable(
            [new("parameter", false), new("value", shown.TrueForAll(v => Arguments.IsNumber(v.Value.Value))), .. means.Select(m => m.Column)],
            [.. shown.Select((v, row) => (IReadOnlyList<string>)
            [
                Display.Shortened(Display.Line(v.Parameter), Arguments.LongestCell),
                Arguments.Cell(v.Value.Value),
                .. means.Select(m => m.Cells[row]),
            ])],
            notes);
        var title = report.RankedBy is { } metric
            ? $"Mean {metric} by parameter value{soFar}, ± its standard error"
            : $"Means by parameter value{soFar}";
        return [new ReportBlock.Heading(title), table];
    }

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

    private static List<(ReportColumn Column, IReadOnlyList<string> Cells)> OfAllMetrics(List<ValueEffect> values)
    {
        List<(ReportColumn, IReadOnlyList<string>)> columns =
            [(new("points", true), [.. values.Select(v => Display.Number(v.Means.Max(m => m.Count + m.NotANumber)))])];
        for (var i = 0; i < Math.Min(MostMetrics, values[0].Means.Count); i++)
        {
            var format = NumberFormat.Of(values.Select(v => v.Means[i].Mean).OfType<double>());
            columns.Add((new($"mean {values[0].Means[i].Metric}", true), [.. values.Select(v => Text(v.Means[i].Mean, format))]));
        }

        return columns;
    }

    private static string PointsOf(MetricMean mean) =>
        Display.Number(mean.Count) + (mean.NotANumber > 0 ? $" + {Display.Number(mean.NotANumber)} NaN" : "");

    private static string Text(double? value, NumberFormat format) => value is { } number ? format.Text(number) : "";
}
