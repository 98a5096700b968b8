namespace MultiRunner.Reports.Model;

/// <summary>A failed attempt with its whole stack trace.</summary>
/// <param name="Kind"><c>error</c>: it threw. <c>crash</c>: its worker died.</param>
/// <param name="Type">Full name of the exception's type.</param>
/// <param name="Message">Its message.</param>
/// <param name="Stack">Its stack trace, or null.</param>
/// <param name="Worker">The worker that made the attempt.</param>
/// <param name="Started">When it started, by the worker's clock; null after a crash.</param>
/// <param name="Seconds">How long it took, in seconds; null after a crash.</param>
/// <param name="File">Path of its record, relative to the sweep directory.</param>
internal sealed record PointAttempt(
    string Kind, string Type, string Message, string? Stack, string Worker, DateTimeOffset? Started, double? Seconds, string File);
