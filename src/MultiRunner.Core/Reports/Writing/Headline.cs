using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Writing;

/// <summary>What a reader wants to know first: which configuration is best, and how sure that is.</summary>
internal static class Headline
{
    private const string NoiseNotKnown =
        "The noise is not known, since each configuration ran once. A parameter such as [Repeats(5)] int seed would tell.";

    /// <summary>The best configuration in one sentence, or why there is none.</summary>
    public static string Best(SweepReport report)
    {
        if (report.Objective is not { } objective)
            return "No best point: the sweep has no objective. Name the metric to maximise or minimise in its attribute.";
        if (report.RankedBy is not { } metric || report.Best is not [{ Objective: { } summary } best, ..])
        {
            return report.Counts.Finished > 0 ? $"No best point: no result has the metric '{objective.Metric}'."
                : report.IsPartial && report.Points.Count == 0 ? "No best point: no point matches the filter."
                : report.Counts.Open > 0 ? "No best point yet: none has finished."
                : "No best point: none has finished.";
        }

        if (double.IsNaN(summary.Mean))
        {
            return report.Points.All(p => p.Metric(metric) is null or double.NaN)
                ? $"No best point: {metric} is NaN wherever it was measured."
                : $"No best configuration: each has a repeat where {metric} is NaN, or infinities of both signs, so none has a mean.";
        }

        var value = report.Repeats.Count > 0 ? $"{MeanCell.Of(summary)} ({Basis(best)})" : Display.Number(summary.Mean);
        return $"Best{(report.Counts.Open > 0 ? " so far" : "")}: {metric} = {value} at {Place(report, best)}.";
    }

    /// <summary>How much the sentence about the best is worth, a sentence each; nothing when there is no best.</summary>
    public static IEnumerable<string> Certainty(SweepReport report)
    {
        if (report.RankedBy is null || report.Best is not [{ Objective: { } summary } best, ..] || double.IsNaN(summary.Mean))
            yield break;
        if (GridSentences.BestOfSample(report) is { } sample)
            yield return sample;
        if (report.Repeats.Count == 0)
        {
            if (report.Configurations.Count > 1)
                yield return NoiseNotKnown;
            yield break;
        }

        if (summary.StandardDeviation is { } deviation && best is { BestValue: { } value, BestPoint: { } point })
        {
            var format = MeanCell.FormatOf([summary]);
            yield return $"Its standard deviation is {format.Text(deviation)}, and its best single value is {format.Text(value)} "
                + $"at {Display.Points([point])}.";
            var alike = report.Configurations.Count(c => c.NotDistinguishable == true && c.Rank > 1 && IsConstant(c));
            if (IsConstant(best) && alike > 0)
            {
                yield return $"Its repeats are all equal, and so are those of {Display.Count(alike, "other configuration")}. "
                    + "Equal repeats tell nothing of the noise, so a difference between these cannot be judged.";
            }
        }

        var incomplete = report.Configurations.Count(c => c != best && (c.Objective?.Count ?? 0) < c.Repeats);
        if (incomplete > 0)
        {
            var they = $"{Display.Count(incomplete, best.IsIncomplete ? "other configuration" : "configuration")} "
                + (incomplete == 1 ? "does" : "do");
            yield return $"{they} not have results of all repeats{(report.Counts.Open > 0 ? " yet" : "")}.";
        }
    }

    private static bool IsConstant(Configuration configuration) => configuration.Objective?.StandardDeviation == 0;

    /// <summary>"mean of 5, 95 % interval 0.8967 to 0.9047".</summary>
    private static string Basis(Configuration best)
    {
        var summary = best.Objective!;
        var format = MeanCell.FormatOf([summary]);
        var measured = Display.Number(summary.Count);
        var of = best.IsIncomplete ? $"{measured} of {Display.Count(best.Repeats, "repeat")}" : measured;
        var interval = summary is { Low: { } low, High: { } high } ? $", 95 % interval {format.Text(low)} to {format.Text(high)}" : "";
        return $"mean of {of}{interval}";
    }

    private static string Place(SweepReport report, Configuration best)
    {
        if (report.Repeats.Count == 0)
        {
            return best.Tied is { } points
                ? $"{Display.Number(points)} tied points, the first: {ReportSentences.PointWithArguments(report, best.Members[0])}"
                : $"{ReportSentences.PointWithArguments(report, best.Members[0])}, "
                    + $"in {Display.Seconds(best.Seconds ?? 0)} on {best.Members[0].Worker}";
        }

        var arguments = ReportSentences.Arguments(report.Factors, best.Arguments);
        var place = arguments.Length == 0 ? "the only configuration" : arguments;
        var tied = best.Tied is { } count ? $"{Display.Number(count)} tied configurations, the first: " : "";
        return $"{tied}{place}{Comparison(report)}";
    }

    /// <summary>Whether the best configuration is told from those that are worse; nothing when that is not known of any.</summary>
    private static string Comparison(SweepReport report)
    {
        var others = report.Configurations.Where(c => c.Rank > 1 && c.NotDistinguishable is not null).ToList();
        if (others.Count == 0)
            return "";
        var alike = others.Count(c => c.NotDistinguishable == true);
        var all = report.Configurations.Count(c => c.Rank != 1);
        return alike > 0 ? $": not distinguishable from {Display.Count(alike, "other")}"
            : others.Count == all ? ": distinguishable from all others"
            : $": distinguishable from {Display.Number(others.Count)} of {Display.Count(all, "other")}; the rest have no mean to compare";
    }
}
