namespace MultiRunner.Reports.Live;

/// <summary>Failed attempts with one message.</summary>
/// <param name="Text">The type of the exception and its message.</param>
/// <param name="Points">The points at which attempts failed so, in order.</param>
internal sealed record LiveFailure(string Text, IReadOnlyList<int> Points);
