using MultiRunner.Repair;
using MultiRunner.Reports.Formatting;

namespace MultiRunner.Cli.Commands;

/// <summary>Says what <c>multirunner rerun</c> has done, or would do.</summary>
internal sealed class RerunText(CliContext context, bool isDryRun)
{
    /// <summary>Says what became of the points of a sweep. Returns whether each of them waits for a worker.</summary>
    public async Task<bool> Tell(SweepToRerun sweep, IReadOnlyList<RerunPoint> points)
    {
        var name = Display.Line(Path.GetFileName(sweep.Path));
        if (points.Count == 0)
            await context.Out.WriteLineAsync($"{name}: no point is selected");
        foreach (var group in points.GroupBy(p => (p.Outcome, p.Problem)).OrderBy(g => g.Key.Outcome))
        {
            IReadOnlyList<int> some = [.. group.Select(p => p.Point)];
            var sentence = group.Key.Problem is { } problem
                ? $"{Display.Points(some)} could not be put back: {problem}"
                : Sentence(group.Key.Outcome, some);
            await (Waits(group.Key.Outcome) ? context.Out : context.Error).WriteLineAsync(Display.Line($"{name}: {sentence}"));
        }

        var archived = points.Aggregate(default(ArchivedFiles), (sum, point) => sum + point.Archived);
        if (!archived.IsNothing)
            await context.Out.WriteLineAsync($"{name}: {Moved(archived)} '{sweep.Rerun.Archive}'");
        return points.All(point => Waits(point.Outcome));
    }

    /// <summary>Says that a sweep could not be looked at.</summary>
    public Task TellProblem(SweepToRerun sweep, string problem) =>
        context.Error.WriteLineAsync(Display.Line($"{Path.GetFileName(sweep.Path)}: no point was put back: {problem}"));

    private static bool Waits(RerunOutcome outcome) =>
        outcome is RerunOutcome.PutBack or RerunOutcome.Completed or RerunOutcome.Waits;

    private string Sentence(RerunOutcome outcome, IReadOnlyList<int> points)
    {
        var some = Display.Points(points);
        var (be, wait, have) = points.Count == 1 ? ("is", "waits", "has") : ("are", "wait", "have");
        return outcome switch
        {
            RerunOutcome.PutBack => isDryRun ? $"{some} would run again" : $"{some} {be} to run again",
            RerunOutcome.Completed =>
                $"{some} {be} to run again: an earlier rerun had left {(points.Count == 1 ? "it" : "them")} half done",
            RerunOutcome.Waits => $"{some} already {wait} to be run",
            RerunOutcome.Runs => $"{some} {be} running, and a point that runs is left alone. Repeat the command later.",
            RerunOutcome.HasDuplicate =>
                $"a duplicate of {some} is running, and a point that runs is left alone. Repeat the command when it has ended.",
            RerunOutcome.Changed => $"another process has just renamed the state file of {some}. See 'multirunner status'.",
            RerunOutcome.NoState => $"{some} {have} no state file. See 'multirunner verify'.",
            _ => $"{some} {be} half done: another rerun is at work, or a result was lost. Repeat the command in a minute.",
        };
    }

    private string Moved(ArchivedFiles files)
    {
        IEnumerable<(int Count, string Noun)> parts =
        [
            (files.Results, "result"),
            (files.Attempts, "failed attempt"),
            (files.Artifacts, "artifact directory"),
            (files.Checkpoints, "checkpoint directory"),
        ];
        var texts = parts.Where(part => part.Count > 0).Select(part => part.Count == 1
            ? $"1 {part.Noun}"
            : $"{Display.Number(part.Count)} {(part.Noun.EndsWith('y') ? $"{part.Noun[..^1]}ies" : $"{part.Noun}s")}").ToList();
        var all = texts.Count == 1 ? texts[0] : $"{string.Join(", ", texts.SkipLast(1))} and {texts[^1]}";
        var isOne = files.Results + files.Attempts + files.Artifacts + files.Checkpoints == 1;
        return all + (isDryRun ? " would be moved to" : isOne ? " is in" : " are in");
    }
}
