using MultiRunner.Format;

namespace MultiRunner.Reports.Formatting;

/// <summary>The warnings of a report, in whole sentences.</summary>
internal static class ReportWarnings
{
    public static string NoStateFile(IReadOnlyList<int> points) =>
        $"There is no state file of {Display.Points(points)} in '{SweepLayout.Ini}'; counted as to run. A listing may miss a file that is being "
        + "renamed; if it stays so, start the sweep again: it makes the file anew.";
}
