namespace MultiRunner.Execution;

/// <summary>What the end of a worker's pool adds to the last case that it reports.</summary>
/// <param name="Text">The text report, or nothing.</param>
/// <param name="Problem">Why the sweep as a whole is wrong although its points are done, or null.</param>
internal sealed record SweepEnding(string Text, string? Problem)
{
    /// <summary>The pool is not at its end.</summary>
    public static readonly SweepEnding NotYet = new("", null);

    /// <summary>Leaves the sweep and writes the report.</summary>
    public static async ValueTask<SweepEnding> Of(SweepSession session)
    {
        using (session)
            await session.Leave();
        return NotYet;
    }
}
