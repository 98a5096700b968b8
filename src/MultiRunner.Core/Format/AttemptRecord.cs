namespace MultiRunner.Format;

/// <summary>A failed attempt: <c>attempts/N.w.k.json</c>.</summary>
internal sealed record AttemptRecord
{
    /// <summary>Version of the format of the sweep directory.</summary>
    public int Format { get; init; } = Manifest.CurrentFormat;

    /// <summary>The point.</summary>
    public required int Point { get; init; }

    /// <summary>The worker that made the attempt.</summary>
    public required string Worker { get; init; }

    /// <summary><c>error</c>: it threw. <c>crash</c>: its worker died.</summary>
    public required string Kind { get; init; }

    /// <summary>What went wrong.</summary>
    public required AttemptError Error { get; init; }

    /// <summary>When it started, by the worker's clock; null after a crash.</summary>
    public DateTimeOffset? Started { get; init; }

    /// <summary>How long it took, in seconds; null after a crash.</summary>
    public double? Seconds { get; init; }
}

/// <summary>An exception as a record keeps it.</summary>
/// <param name="Type">Full name of its type.</param>
/// <param name="Message">Its message.</param>
/// <param name="Stack">Its stack trace, or null.</param>
internal sealed record AttemptError(string Type, string Message, string? Stack)
{
    /// <summary>What is known of an exception. Its message is code of the experiment and may itself throw.</summary>
    public static AttemptError Of(Exception exception)
    {
        var type = exception.GetType().ToString();
        try
        {
            return new AttemptError(type, exception.Message, exception.StackTrace);
        }
        catch (Exception e)
        {
            return new AttemptError(type, $"Its message cannot be shown, because reading it throws {e.GetType()}.", Stack: null);
        }
    }
}
