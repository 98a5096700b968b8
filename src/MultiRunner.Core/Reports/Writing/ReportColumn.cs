namespace MultiRunner.Reports.Writing;

/// <summary>A column of a <see cref="ReportTable"/>.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="IsNumber">Whether its cells are aligned to the right.</param>
internal sealed record ReportColumn(string Name, bool IsNumber);
