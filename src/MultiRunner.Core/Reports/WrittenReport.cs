using MultiRunner.Reports.Model;

namespace MultiRunner.Reports;

/// <summary>A report that has been written, for a caller who wants to show it too.</summary>
/// <param name="Report">Its data; a file that could not be written is among the warnings.</param>
/// <param name="Text">The content of <c>report.txt</c>.</param>
internal sealed record WrittenReport(SweepReport Report, string Text)
{
    /// <summary>Why the files could not be written, or null when they were.</summary>
    public string? Problem { get; init; }
}
