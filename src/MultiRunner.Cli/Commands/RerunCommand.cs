using System.CommandLine;
using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Repair;

namespace MultiRunner.Cli.Commands;

/// <summary><c>multirunner rerun</c>.</summary>
internal static class RerunCommand
{
    public static Command Create(CliContext context)
    {
        var path = CommonOptions.Path();
        var points = new Option<int[]?>("--points")
        {
            Description = "Which points, by index from 0, such as 3,7-9; PATH must be one sweep then.",
            HelpName = "INDICES",
            CustomParser = PointList.Parse,
            AllowMultipleArgumentsPerToken = false,
        };
        var where = CommonOptions.Where("The points that this filter means.");
        var olderBuilds = new Option<bool>("--older-builds")
        {
            Description = "The points whose result was made by another build than that of the worker that started last.",
        };
        var failed = new Option<bool>("--failed") { Description = "The points that failed." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would be done, and change nothing." };
        var command = new DetailedCommand("rerun", "Puts points back to be run, and keeps what they had in an archive.", $"""
            At least one of --points, --where, --older-builds and --failed says which points; of several, a point must fit all. Points of
            older code are passed over.

            Results, records of failed attempts, artifacts and checkpoints of the points go to '{SweepLayout.Archive}/<time>-<id>' in the
            sweep, under the paths that they had. Workers that run and have not reported the points yet, or the next ones that are
            started, run them. A point that runs now, or of which a duplicate runs, is left alone. A command that was interrupted can be
            repeated. What it left half done is then watched for two leases (2 min).

            Exit codes: 0 all points that were selected wait to be run; 1 one of them does not, or the directory cannot be written; 2 wrong
            usage, or no sweep found.
            """)
        {
            path,
            points,
            where,
            olderBuilds,
            failed,
            dryRun,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var wanted = new RerunSelection(
                parsed.GetValue(points) is { Length: > 0 } given ? given : null,
                parsed.GetValue(where),
                parsed.GetValue(olderBuilds),
                parsed.GetValue(failed));
            var sweeps = SweepPath.Resolve(parsed.GetValue(path), context);
            wanted.Require(sweeps);

            // Whatever is wrong with any of the sweeps is said before anything of the first one is moved.
            var reruns = new List<SweepToRerun>();
            foreach (var sweep in sweeps)
                reruns.Add(await Select(sweep, wanted, context));
            var text = new RerunText(context, isDryRun: parsed.GetValue(dryRun));
            foreach (var sweep in reruns.Where(sweep => sweep.Points.Count > 0 && !text.IsDryRun))
                await sweep.Rerun.Prepare();
            var isComplete = true;
            foreach (var sweep in reruns)
            {
                isComplete &= await text.Tell(sweep, text.IsDryRun
                    ? await sweep.Rerun.Foresee(sweep.Points)
                    : await sweep.Rerun.Run(sweep.Points, cancellation));
            }

            return isComplete ? ExitCodes.Success : ExitCodes.Problem;
        });
        return command;
    }

    private static async Task<SweepToRerun> Select(string sweep, RerunSelection wanted, CliContext context)
    {
        var directory = SweepPath.Open(sweep, context);
        var manifest = await SweepPath.ReadManifest(directory, sweep);
        var lease = TextSettings.Lease.Parse(context.Variable(TextSettings.Lease.Variable) ?? "");
        var options = lease is { } seconds ? new SweepOptions { Lease = TimeSpan.FromSeconds(seconds) } : new SweepOptions();
        return new SweepToRerun(
            sweep,
            await wanted.Of(directory, manifest),
            new SweepRerun(directory, manifest, WorkerProcess.Identify(), options, context.Time));
    }
}
