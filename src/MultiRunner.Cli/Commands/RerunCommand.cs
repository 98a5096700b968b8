using System.CommandLine;
using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Repair;

namespace MultiRunner.Cli.Commands;

/// <summary><c>multirunner rerun</c>.</summary>
internal static class RerunCommand
{
    private static readonly Example[] Examples =
    [
        new("multirunner rerun --failed", "Puts back every point that failed, in every sweep below the current directory."),
        new("multirunner rerun sweeps/MyTests.Training.Train --points 3,7-9", "Puts back four points of one sweep."),
        new("multirunner rerun --where \"activation = Relu and layers > 1\" --dry-run", "Says which points a filter would put back."),
        new("multirunner rerun --older-builds", "Puts back every point whose result is not of the newest build."),
    ];

    private const string Details = $"""
        At least one of --points, --where, --older-builds and --failed must be given. If several are given, a point must match all of
        them. Points of older code are passed over.

        Nothing is deleted. The results, records of failed attempts, artifacts and checkpoints of the points move to
        '{SweepLayout.Archive}/<time>-<id>' in the sweep, and keep their paths there. A point that is running, itself or as a
        duplicate, is left alone.

        The points are run by workers that are running now and have not reported them yet, or else by the next workers that start.

        A command that was interrupted can be repeated. What it left half done is then watched for two leases, which is 2 minutes by
        default.

        Exit codes: 0 all selected points wait to be run; 1 at least one of them does not, or the directory cannot be written; 2 wrong
        usage, or no sweep found.
        """;

    public static Command Create(CliContext context)
    {
        var path = CommonOptions.Path();
        var points = new Option<int[]?>("--points")
        {
            Description = "The points with these indices, which start at 0, such as 3,7-9. PATH must then be one sweep.",
            HelpName = "INDICES",
            CustomParser = PointList.Parse,
            AllowMultipleArgumentsPerToken = false,
        };
        var where = CommonOptions.Where("The points that match this filter.");
        var olderBuilds = new Option<bool>("--older-builds")
        {
            Description = "The points whose result is of another build than the worker that started last.",
        };
        var failed = new Option<bool>("--failed") { Description = "The points that failed." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would be done, but change nothing." };
        var command = new DetailedCommand("rerun", "Puts points back to be run again, and archives what they had.", Examples, Details)
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
            var options = GivenSetting.Of(TextSettings.Lease, context) is { } lease
                ? new SweepOptions { Lease = TimeSpan.FromSeconds(lease) }
                : new SweepOptions();
            var wanted = new RerunSelection(
                parsed.GetValue(points) is { Length: > 0 } given ? given : null,
                parsed.GetValue(where),
                parsed.GetValue(olderBuilds),
                parsed.GetValue(failed));
            var sweeps = SweepPath.Resolve(parsed.GetValue(path), context);
            wanted.Require(sweeps);
            return await Run(sweeps, wanted, options, parsed.GetValue(dryRun), context, cancellation);
        });
        return command;
    }

    private static async Task<int> Run(
        IReadOnlyList<string> sweeps,
        RerunSelection wanted,
        SweepOptions options,
        bool isDryRun,
        CliContext context,
        CancellationToken cancellation)
    {
        // Whatever is wrong with any of the sweeps is said before anything of the first one is moved.
        var reruns = new List<SweepToRerun>();
        foreach (var sweep in sweeps)
            reruns.Add(await Select(sweep, wanted, options, context));
        if (!isDryRun)
        {
            foreach (var sweep in reruns.Where(sweep => sweep.Points.Count > 0))
                await sweep.Rerun.Prepare();
        }

        var text = new RerunText(context, isDryRun);
        var isComplete = true;
        foreach (var sweep in reruns)
        {
            try
            {
                isComplete &= await text.Tell(sweep, isDryRun
                    ? await sweep.Rerun.Foresee(sweep.Points)
                    : await sweep.Rerun.Run(sweep.Points, cancellation));
            }
            catch (SharedDirectoryException e)
            {
                // The other sweeps may be on another disk.
                isComplete = false;
                await text.TellProblem(sweep, e.Message);
            }
        }

        return isComplete ? ExitCodes.Success : ExitCodes.Problem;
    }

    private static async Task<SweepToRerun> Select(
        string sweep, RerunSelection wanted, SweepOptions options, CliContext context)
    {
        var directory = SweepPath.Open(sweep, context);
        var manifest = await SweepPath.ReadManifest(directory, sweep);
        return new SweepToRerun(
            sweep,
            await wanted.Of(directory, manifest, context.Time),
            new SweepRerun(directory, manifest, WorkerProcess.Identify(), options, context.Time));
    }
}
