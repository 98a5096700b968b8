using System.Text.Json.Serialization;
using MultiRunner.Format;
using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Comparing;

/// <summary>One of the two things that are compared: a sweep directory, or what one build left in it.</summary>
/// <param name="Label">What people call it: the path as they gave it, or the build.</param>
/// <param name="Manifest">What its newest code says of the sweep.</param>
/// <param name="Report">Its points and results.</param>
internal sealed record ComparedSide(
    string Label, [property: JsonIgnore] Manifest Manifest, [property: JsonIgnore] SweepReport Report)
{
    /// <summary>The full path of the sweep directory.</summary>
    public string? Directory => Report.Directory;

    /// <summary>When it was read, by the reader's clock.</summary>
    public DateTimeOffset Read => Report.Written;

    /// <summary>How many of its points are in which state.</summary>
    public PointCounts Counts => Report.Counts;

    /// <summary>The builds that its results are of, newest first.</summary>
    public IReadOnlyList<ReportBuild> Builds => Report.Builds;
}
