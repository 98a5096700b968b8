namespace MultiRunner.Reports.Writing;

/// <summary>A heading and the tables below it.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Tables">The tables.</param>
internal sealed record ReportSection(string Title, IReadOnlyList<ReportTable> Tables);
