using MultiRunner.Format;

namespace MultiRunner.Reports.Formatting;

/// <summary>The warnings of a report: each says what is wrong and what to do about it.</summary>
internal static class ReportWarnings
{
    public static string NoStateFile(IReadOnlyList<int> points) =>
        $"There is no state file of {Display.Points(points)} in '{SweepLayout.Ini}', so this report counts "
        + $"{(points.Count == 1 ? "it" : "them")} as to run. A listing can miss a file while it is renamed. If the "
        + "warning stays, start the sweep again, which makes the file again.";

    public static string NoManifest =>
        $"'{SweepLayout.Manifest}' is missing, so this is no sweep directory, or its '{SweepLayout.Ini}' was moved "
        + "away. Give another path, or restore it.";

    public static string ParameterIsNull(string manifest) => $"'{manifest}' cannot be read: one of its parameters is null. Restore it.";

    public static string NoResult(int point, string path) =>
        $"{Display.Points([point], capital: true)} is marked as finished, but '{path}' is missing. "
        + "Start the sweep again, which runs a point again if its result stays missing.";

    public static string SetAside(string path, int point) =>
        $"'{path}' could not be read and was set aside; {Display.Points([point])} was put back to be run again.";

    public static string NotAResult(string path, int point, bool isWhole) =>
        $"'{path}' is not a result of {Display.Points([point])}, so its numbers are not in this report. {RemedyFor(isWhole)}";

    public static string UnreadableResult(string path, string reason, bool isWhole) =>
        $"'{path}' cannot be read, so its numbers are not in this report: {reason} {RemedyFor(isWhole)}";

    public static string NoMetric(string objective, IReadOnlyList<string> metrics)
    {
        var present = metrics.Count == 0
            ? "They have no metrics at all."
            : $"The metrics that they have: {string.Join(", ", metrics.Select(m => $"'{m}'"))}.";
        return $"No result has the metric '{objective}', by which the points are to be ranked, so there is no best point. {present} "
            + $"Return or record a number named '{objective}', or name another metric in [SweepTheory].";
    }

    public static string NotRanked(IReadOnlyList<int> lacking, int results, string objective) =>
        $"{Display.Number(lacking.Count)} of {Display.Number(results)} results lack the metric '{objective}' and are not ranked: "
        + $"{Display.Points(lacking)}.";

    public static string NaN(string metric, IReadOnlyList<int> points) =>
        $"'{metric}' is NaN at {Display.Points(points)}. NaN is ranked last and left out of the means by parameter value.";

    public static string Infinite(string metric, double value, IReadOnlyList<int> points) =>
        $"'{metric}' is {Display.Number(value)} at {Display.Points(points)}, so nothing can be better. If a division by zero or an "
        + "overflow made it so, record NaN there: NaN is ranked last.";

    private static string RemedyFor(bool isWhole) => isWhole
        ? "A newer version of MultiRunner.Xunit may have written it; if so, update this one."
        : "Start the sweep again, which sets the file aside and runs the point again.";
}
