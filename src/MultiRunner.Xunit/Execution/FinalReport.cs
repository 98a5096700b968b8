namespace MultiRunner.Execution;

/// <summary>What the end of a sweep in this process adds to the last case that it reports.</summary>
/// <param name="Text">The text report.</param>
/// <param name="Problem">Why the sweep as a whole is wrong although its points are done, or null.</param>
internal sealed record FinalReport(string Text, string? Problem);
