using MultiRunner.Reports;

namespace MultiRunner.Execution;

/// <summary>What the end of a worker's pool adds to the last case that it reports.</summary>
/// <param name="Text">The text report, or nothing.</param>
/// <param name="Problem">Why the sweep as a whole is wrong although its points are done, or null.</param>
internal sealed record SweepEnding(string Text, string? Problem)
{
    /// <summary>The pool is not at its end.</summary>
    public static readonly SweepEnding NotYet = new("", null);

    /// <summary>The text as xunit's warnings: what runners show of a test that passed or was skipped.</summary>
    public string[]? Warnings => Text.Length == 0 ? null : [Text];

    /// <summary>Leaves the sweep and writes the report. A report that goes wrong never stops the run.</summary>
    public static async ValueTask<SweepEnding> Of(SweepSession session)
    {
        try
        {
            using (session)
                await session.Leave();
        }
        catch (SharedDirectoryException)
        {
            // Others find out from the heartbeat; what is wrong with the directory is in the report's warnings.
        }

        try
        {
            var (report, text) = await new ReportWriter(session.Directory, SweepSession.Identity.Id, TimeProvider.System).Write();
            var lacksObjective = report.Objective is not null && report.RankedBy is null && report.Points.Any(p => p.Metrics is not null);
            text = string.Join("\n\n", [text, .. session.Worker.LeftBehind]);
            return new SweepEnding(text, lacksObjective ? $"{session.Definition.Name}: every result is stored, but the sweep has no best point. {string.Join(" ", report.Warnings)}" : null);
        }
        catch (Exception e)
        {
            return new SweepEnding($"The report of {session.Definition.Name} could not be made, but all results are stored: {e}", null);
        }
    }
}
