namespace MultiRunner.Reports;

/// <summary>The report as a worker shows it whose points are done.</summary>
/// <param name="Text">The content of <c>report.txt</c>.</param>
/// <param name="Headline">How many points are finished, and which is best, in one line.</param>
/// <param name="Made">What this process made; null when the report that lay there was right in every word.</param>
internal sealed record ShownReport(string Text, string Headline, WrittenReport? Made);
