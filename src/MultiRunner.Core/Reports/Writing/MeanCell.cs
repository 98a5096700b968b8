using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;
using MultiRunner.Statistics;

namespace MultiRunner.Reports.Writing;

/// <summary>Means of repeats with half of their 95 % interval.</summary>
internal static class MeanCell
{
    /// <summary>The cells for some configurations, with the digits that their standard errors are worth.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<Configuration> shown) => PlusMinus.Cells(
        [.. shown.Select(c => (c.Objective?.Mean, c.Objective is null ? null : HalfWidth(c.Objective)))],
        FormatOf(shown.Select(c => c.Objective).OfType<SampleSummary>()));

    /// <summary>A mean with half of its 95 % interval, if it has one.</summary>
    public static string Of(SampleSummary summary) => HalfWidth(summary) is { } half
        ? PlusMinus.Text(summary.Mean, half, FormatOf([summary]))
        : Display.Number(summary.Mean);

    /// <summary>The digits for numbers about these means.</summary>
    public static NumberFormat FormatOf(IEnumerable<SampleSummary> summaries)
    {
        var all = summaries.ToList();
        return NumberFormat.Of(
            all.Select(s => s.Mean), all.Select(s => s.StandardDeviation / Math.Sqrt(s.Count)).OfType<double>());
    }

    private static double? HalfWidth(SampleSummary summary) => (summary.High - summary.Low) / 2;
}
