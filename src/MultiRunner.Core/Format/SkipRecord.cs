namespace MultiRunner.Format;

/// <summary>
/// The record of a point that skipped itself, in <c>attempts/N.host.skip.json</c>. The first skip on a host is kept, until one of its
/// workers gives another reason.
/// </summary>
internal sealed record SkipRecord
{
    /// <summary>The version of the format of the sweep directory.</summary>
    public int Format { get; init; } = Manifest.CurrentFormat;

    /// <summary>The point.</summary>
    public required int Point { get; init; }

    /// <summary>The worker on which it skipped itself.</summary>
    public required string Worker { get; init; }

    /// <summary>Why, as the experiment says.</summary>
    public required string Reason { get; init; }

    /// <summary>When the attempt started, by the worker's clock.</summary>
    public DateTimeOffset? Started { get; init; }
}
