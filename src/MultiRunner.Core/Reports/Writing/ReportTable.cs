namespace MultiRunner.Reports.Writing;

/// <summary>A table for people, ready to print: its rows are chosen and its numbers are text.</summary>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">The rows, with one cell for each column.</param>
/// <param name="Notes">What its marks mean and what it leaves out, a sentence or two each.</param>
internal sealed record ReportTable(
    IReadOnlyList<ReportColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, IReadOnlyList<string> Notes) : ReportBlock;
