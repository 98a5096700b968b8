namespace MultiRunner.Reports.Model;

/// <summary>A host on which a point skipped itself, as a report shows it.</summary>
/// <param name="Reason">Why, as the experiment says.</param>
/// <param name="Host">The host, as it stands in the ids of its workers.</param>
/// <param name="Worker">The worker of the host that recorded it.</param>
/// <param name="Started">When the attempt started, by the worker's clock.</param>
internal sealed record ReportSkip(string Reason, string Host, string Worker, DateTimeOffset? Started);
