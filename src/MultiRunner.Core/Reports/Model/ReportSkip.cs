namespace MultiRunner.Reports.Model;

/// <summary>A worker on which a point skipped itself, as a report shows it.</summary>
/// <param name="Reason">Why, as the experiment says.</param>
/// <param name="Worker">The worker.</param>
/// <param name="Started">When the attempt started, by the worker's clock.</param>
internal sealed record ReportSkip(string Reason, string Worker, DateTimeOffset? Started);
