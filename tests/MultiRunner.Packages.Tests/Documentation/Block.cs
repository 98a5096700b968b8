namespace MultiRunner.Tests.Packages.Documentation;

/// <summary>A fenced block of a document.</summary>
/// <param name="Document">The path of the document below the root of the repository.</param>
/// <param name="Line">The number of the line of its fence, from 1.</param>
/// <param name="Language">What stands behind the fence, such as "sh".</param>
/// <param name="Marker">The content of the HTML comment in the line before the fence; empty without one.</param>
/// <param name="Text">Its lines.</param>
internal sealed record Block(string Document, int Line, string Language, string Marker, string Text)
{
    private const string RunMarker = "run: ";
    private const string NotRunMarker = "not run: ";

    /// <summary>The scene in which it is run; null when it is not.</summary>
    public string? Scene => Marker.StartsWith(RunMarker, StringComparison.Ordinal) ? Marker[RunMarker.Length..] : null;

    /// <summary>Whether it says why it is not run.</summary>
    public bool IsExcused => Marker.StartsWith(NotRunMarker, StringComparison.Ordinal) && Marker.Length > NotRunMarker.Length;

    public override string ToString() => FormattableString.Invariant($"{Document}:{Line}");
}
