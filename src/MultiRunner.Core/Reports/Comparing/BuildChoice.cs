using MultiRunner.Format;
using MultiRunner.Reports.Formatting;

namespace MultiRunner.Reports.Comparing;

/// <summary>Finds the builds that somebody names.</summary>
internal static class BuildChoice
{
    /// <summary>The two sides of one sweep directory.</summary>
    /// <param name="path">The directory, as people call it.</param>
    /// <param name="manifest">Its newest manifest.</param>
    /// <param name="results">What its builds have left.</param>
    /// <param name="before">The name of the first build.</param>
    /// <param name="after">The name of the second one.</param>
    /// <exception cref="ComparisonException">A name is that of no build or of several, or both are the same.</exception>
    public static (ComparedSide Before, ComparedSide After) Of(
        string path, Manifest manifest, BuildResults results, string before, string after)
    {
        var (old, now) = (Find(before), Find(after));
        if (old == now)
            throw Wrong($"'{Display.Line(before)}' and '{Display.Line(after)}' are the same one, {old.Text}");
        return (Side(old), Side(now));

        ComparedSide Side(AssemblyStamp build) => new($"build {build.Text} of {path}", manifest, results.Of(build));

        AssemblyStamp Find(string name) => results.Builds.Where(b => IsMeant(b.Build, name)).ToList() switch
        {
            [var only] => only.Build,
            [] => throw Wrong($"'{Display.Line(name)}' is none"),
            var several => throw Wrong($"'{Display.Line(name)}' may be {string.Join(" or ", several.Select(b => b.Build.Text))}"),
        };

        ComparisonException Wrong(string fact) => new(
            "--builds takes two builds, each as report.csv names it or by the first digits of its module id, but "
            + $"{fact}. Builds with results in {path}: {List(results)}.");
    }

    private static bool IsMeant(AssemblyStamp build, string name) =>
        build.Text == name || (name.Length > 0 && build.ModuleId.StartsWith(name, StringComparison.OrdinalIgnoreCase));

    private static string List(BuildResults results) => results.Builds.Count == 0
        ? "none"
        : string.Join(", ", results.Builds.Select(b =>
            $"{b.Build.Text} with {Display.Count(b.Results, "result")}, the last of {Display.Time(b.Last)} UTC"));
}
