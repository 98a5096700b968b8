using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Writing;

/// <summary>The sentences that say which builds the results are of. There are none while all are of the newest build.</summary>
internal static class BuildSentences
{
    private const int ListedBuilds = 5;
    private const string Rerun = "`multirunner rerun --older-builds`";

    /// <summary>That no result is of the newest build, and that the results are of several builds, if that is so.</summary>
    public static IEnumerable<string> Of(SweepReport report)
    {
        if (NoneOfTheNewest(report) is { } none)
            yield return none;
        if (Several(report) is { } several)
            yield return several;
    }

    /// <summary>After an edit that leaves the points what they were, every point is finished already and nothing runs.</summary>
    private static string? NoneOfTheNewest(SweepReport report)
    {
        var results = report.Points.Count(p => p.Metrics is not null);
        var isKnownOfAll = report.Builds.Sum(b => b.Results) == results;
        if (results == 0 || !isKnownOfAll || report.NewestBuild is not { } newest || report.Builds.Any(b => b.Build == newest))
            return null;
        var (subject, again) = results == 1
            ? ("The one result is of another build than", "runs it again")
            : ($"All {Display.Number(results)} results are of other builds than", "runs them again");
        var rerun = Rerun + ReportSentences.Partly(report).TrimEnd(',');
        return $"{subject} {newest.Text}, which joined last: {rerun}, or a new `Version` in the attribute, {again}.";
    }

    private static string? Several(SweepReport report)
    {
        if (report.Builds.Count < 2)
            return null;
        var listed = report.Builds.Take(ListedBuilds)
            .Select(b => $"{Display.Number(b.Results)} of {b.Build.Text} since {Display.Time(b.First)} UTC");
        var others = report.Builds.Skip(ListedBuilds).ToList();
        var rest = others.Count == 0
            ? ""
            : $", {Display.Number(others.Sum(b => b.Results))} of {Display.Count(others.Count, "more build")} in report.json";
        return $"Results come from {Display.Number(report.Builds.Count)} builds: {string.Join(", ", listed)}{rest}. "
            + $"{Rerun}{ReportSentences.Partly(report)} runs those of older builds again.";
    }
}
