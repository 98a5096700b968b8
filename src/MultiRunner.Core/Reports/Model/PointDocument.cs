using MultiRunner.Format;

namespace MultiRunner.Reports.Model;

/// <summary>Everything that is known of one point.</summary>
/// <param name="Sweep">Namespace, class and method.</param>
/// <param name="Directory">The full path of the sweep directory.</param>
/// <param name="Objective">What the points are ranked by, or null.</param>
/// <param name="Point">The point, as a report has it.</param>
/// <param name="Configuration">The configuration that it belongs to.</param>
/// <param name="Attempts">Its failed attempts with their whole stack traces, the oldest first; null when there are none.</param>
/// <param name="Files">Its files, relative to the sweep directory.</param>
/// <param name="Warnings">What could not be read, a sentence each.</param>
internal sealed record PointDocument(
    string Sweep,
    string Directory,
    Objective? Objective,
    ReportPoint Point,
    Configuration Configuration,
    IReadOnlyList<PointAttempt>? Attempts,
    PointFiles Files,
    IReadOnlyList<string> Warnings)
{
    /// <summary>Version of the format.</summary>
    public int Format { get; } = 1;
}
