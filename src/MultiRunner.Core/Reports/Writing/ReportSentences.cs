using MultiRunner.Format;
using MultiRunner.Grids;
using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Writing;

/// <summary>The sentences of the text formats.</summary>
internal static class ReportSentences
{
    private const int LongestArgument = 60;
    private const int LongestReason = 400;
    private const int MostNames = 10;

    /// <summary>"Samples.Training.Train: 18 of 18 points finished, 0 failed. Best: accuracy = ...", in one line.</summary>
    public static string Headline(SweepReport report) =>
        Display.Line($"{report.Sweep}: {Counts(report)}. {Writing.Headline.Best(report)}");

    /// <summary>"18 of 18 points finished, 0 failed"; then what is skipped, running and to run, if anything is.</summary>
    public static string Counts(SweepReport report)
    {
        var counts = report.Counts;
        var open = (counts.Running > 0 ? $", {Display.Number(counts.Running)} running" : "")
            + (counts.ToRun > 0 ? $", {Display.Number(counts.ToRun)} to run" : "");
        return $"{Display.Number(counts.Finished)} of {Display.Count(counts.Total, "point")} finished, "
            + $"{Display.Number(counts.Failed)} failed{Skipped(counts)}{open}";
    }

    /// <summary>", 2 skipped"; empty when none is.</summary>
    public static string Skipped(PointCounts counts) => counts.Skipped > 0 ? $", {Display.Number(counts.Skipped)} skipped" : "";

    /// <summary>"Points 3 and 4 on 2 hosts: there is no GPU here", a sentence for each reason.</summary>
    public static IEnumerable<string> Skips(SweepReport report) => report.Points
        .Where(p => p.IsSkipped)
        .SelectMany(p => p.Skips!.Select(skip => (p.Index, Skip: skip)))
        .GroupBy(s => s.Skip.Reason)
        .Select(same =>
        {
            var points = same.Select(s => s.Index).Distinct().ToList();
            var hosts = Display.Count(same.Select(s => s.Skip.Host).Distinct().Count(), "host");
            return Display.Shortened(Display.Line($"{Display.Points(points, capital: true)} on {hosts}: {same.Key}"), LongestReason);
        });

    /// <summary>The sentence that points of older code are left out, or null when there are none.</summary>
    public static string? Older(int? points) =>
        points is { } count ? $"{Display.Count(count, "point")} of older code {(count == 1 ? "is" : "are")} kept and not shown." : null;

    /// <summary>"point 7: batchSize = 64, learningRate = 0.01".</summary>
    public static string PointWithArguments(SweepReport report, ReportPoint point, bool capital = false)
    {
        var arguments = Arguments(report.Parameters, point.Arguments);
        return Display.Points([point.Index], capital) + (arguments.Length == 0 ? "" : $": {arguments}");
    }

    /// <summary>"batchSize = 64, learningRate = 0.01"; empty without arguments.</summary>
    public static string Arguments(IReadOnlyList<string> names, IReadOnlyList<CanonicalJson?> arguments) => string.Join(
        ", ",
        names.Zip(arguments)
            .Where(a => a.Second is not null)
            .Select(a => $"{a.First} = {Display.Shortened(Display.Argument(a.Second), LongestArgument)}"));

    /// <summary>The parameters that are the same at every point: "Constant: epochs = 10, data = penguins."</summary>
    public static string Constant(SweepReport report, Configuration any, IReadOnlyList<int> factors) =>
        $"Constant: {Arguments([.. factors.Select(i => report.Factors[i])], [.. factors.Select(i => any.Arguments[i])])}.";

    /// <summary>The columns that a table has no room for, or null when it has all.</summary>
    public static string? NotShown(IReadOnlyList<ResultColumn> parameters, IReadOnlyList<ResultColumn> metrics)
    {
        static string? Named(IReadOnlyList<ResultColumn> columns, string noun)
        {
            if (columns.Count == 0)
                return null;
            var more = columns.Count > MostNames ? $" and {Display.Number(columns.Count - MostNames)} more" : "";
            var names = columns.Take(MostNames).Select(c => Display.Shortened(Display.Line(c.Name), LongestArgument));
            return $"{noun}{(columns.Count == 1 ? "" : "s")} {string.Join(", ", names)}{more}";
        }

        var missing = new[] { Named(parameters, "parameter"), Named(metrics, "metric") }.OfType<string>().ToList();
        return missing.Count == 0
            ? null
            : $"Not shown: {string.Join("; ", missing)}. "
                + "report.csv has all, and 'multirunner report --columns' shows those that you name.";
    }

    /// <summary>What to add to a command that would otherwise mean points that the report does not have.</summary>
    public static string Partly(SweepReport report) => report.IsPartial ? ", with the same --where," : "";

    /// <summary>How to run failed points again, or null when none has failed.</summary>
    public static string? Rerun(SweepReport report)
    {
        var failed = report.Points.Where(p => p.State == PointState.Failed).Select(p => p.Index).ToList();
        if (failed.Count == 0)
            return null;
        var again = "back to be run by the next worker that starts.";
        return $"'multirunner rerun --failed'{Partly(report)} puts {Display.Points(failed)} {again}";
    }

    /// <summary>Which points finished only after failed attempts, or null when none did.</summary>
    public static string? FinishedAfterFailures(SweepReport report)
    {
        var points = report.Points.Where(p => p.State == PointState.Finished && p.Failures is not null).Select(p => p.Index).ToList();
        if (points.Count == 0)
            return null;
        var place = points.Count == 1 ? SweepLayout.AttemptsAt(points[0]) : SweepLayout.Attempts;
        return $"{Display.Points(points, capital: true)} finished after failed attempts; what went wrong is in {place}.";
    }

    /// <summary>The sentence that says when the report was made and where the rest of it is.</summary>
    public static string Footer(SweepReport report) =>
        $"As of {Display.Time(report.Written)} UTC. Every point with every number: report.csv and report.json beside this file. "
        + "As a page: report.html.";
}
