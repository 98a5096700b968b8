using System.CommandLine;
using MultiRunner.Reports.Formatting;

namespace MultiRunner.Cli.Commands;

/// <summary><c>multirunner clean</c>.</summary>
internal static class CleanCommand
{
    private static readonly Example[] Examples =
    [
        new("multirunner clean --checkpoints --dry-run", "Says how many checkpoints could be deleted, and how large they are."),
        new("multirunner clean --checkpoints --older-than 7d", "Deletes those that were last written more than a week ago."),
        new("multirunner clean sweeps/MyTests.Training.Train --checkpoints", "Deletes those of one sweep."),
    ];

    public static Command Create(CliContext context)
    {
        var path = CommonOptions.Path();
        var checkpoints = new Option<bool>("--checkpoints") { Description = "Delete the checkpoints of finished points." };
        var olderThan = DurationOption.Create(
            "--older-than", "Only checkpoints to which nothing was written for this time, in days (7d), hours (12h) or minutes (30m).");
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would be deleted, but change nothing." };
        var command = new DetailedCommand("clean", "Deletes checkpoints of finished points.", Examples, """
            Workers keep the checkpoints of finished points, because a checkpoint may be the trained model. This command deletes them. The
            checkpoints of all other points stay, whatever their age, because the next attempt continues from them.

            Exit codes: 0 deleted, or there is nothing to delete; 1 something cannot be deleted; 2 wrong usage, or no sweep found.
            """)
        {
            path,
            checkpoints,
            olderThan,
            dryRun,
        };
        command.SetAction(async (parsed, _) =>
        {
            if (!parsed.GetValue(checkpoints))
            {
                throw new UsageException(
                    "'multirunner clean' deletes what is selected, but no selection is given. Add --checkpoints for the checkpoints of "
                    + "finished points.");
            }

            var latest = parsed.GetValue(olderThan) is { } age ? context.Time.GetUtcNow() - age : DateTimeOffset.MaxValue;
            var isComplete = true;
            foreach (var sweep in SweepPath.Resolve(parsed.GetValue(path), context))
                isComplete &= await Clean(sweep, latest, parsed.GetValue(dryRun), context);
            return isComplete ? ExitCodes.Success : ExitCodes.Problem;
        });
        return command;
    }

    private static async Task<bool> Clean(string sweep, DateTimeOffset latest, bool isDryRun, CliContext context)
    {
        var name = Display.Line(Path.GetFileName(sweep));
        var cleaner = new CheckpointCleaner(sweep, SweepPath.Open(sweep, context));
        var (deleted, bytes, isComplete) = (0, 0L, true);
        foreach (var folder in await cleaner.Find(latest))
        {
            try
            {
                if (!isDryRun && !await cleaner.TryDelete(folder.Point))
                    continue;
                (deleted, bytes) = (deleted + 1, bytes + folder.Bytes);
            }
            catch (SharedDirectoryException e)
            {
                isComplete = false;
                await context.Error.WriteLineAsync(
                    $"{name}: the checkpoints of {Display.Points([folder.Point])} cannot be deleted: {Display.Line(e.Message)}");
            }
        }

        var checkpoints = $"checkpoints of {Display.Count(deleted, "finished point")}, {Size(bytes)}";
        await context.Out.WriteLineAsync(deleted == 0
            ? $"{name}: no checkpoints {(isDryRun ? "would be" : "were")} deleted"
            : $"{name}: {checkpoints}, {(isDryRun ? "would be" : "were")} deleted");
        return isComplete;
    }

    private static string Size(long bytes) => bytes switch
    {
        < 1_000 => Display.Count((int)bytes, "byte"),
        < 1_000_000 => $"{Display.Number(Math.Round(bytes / 1e3, 1))} kB",
        < 1_000_000_000 => $"{Display.Number(Math.Round(bytes / 1e6, 1))} MB",
        _ => $"{Display.Number(Math.Round(bytes / 1e9, 1))} GB",
    };
}
