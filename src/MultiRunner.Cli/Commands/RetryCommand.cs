using System.CommandLine;
using MultiRunner.Format;
using MultiRunner.Repair;
using MultiRunner.Reports.Formatting;

namespace MultiRunner.Cli.Commands;

/// <summary><c>multirunner retry</c>.</summary>
internal static class RetryCommand
{
    public static Command Create(CliContext context)
    {
        var path = CommonOptions.Path();
        var points = new Option<int[]?>("--points")
        {
            Description = "Which points, by index from 0, such as 3,7 or 0-4; PATH must be one sweep then. "
                + "Default: all of the newest code that failed.",
            HelpName = "INDICES",
            CustomParser = PointList.Parse,
            AllowMultipleArgumentsPerToken = false,
        };
        var command = new DetailedCommand("retry", "Puts failed points back to be run.", """
            Deletes the records of the points' attempts, then renames N_failed to N_to_run. Workers that run, or the next ones that are
            started, take the points. A command that was interrupted can be repeated.

            Exit codes: 0 all points that were asked for are put back, or none has failed; 1 one of them is not failed, or the directory
            cannot be written; 2 wrong usage or no sweep found.
            """)
        {
            path,
            points,
        };
        command.SetAction(async (parsed, _) =>
        {
            var sweeps = SweepPath.Resolve(parsed.GetValue(path), context);
            var wanted = parsed.GetValue(points) is { Length: > 0 } given ? given : null;
            if (wanted is not null && sweeps.Count > 1)
            {
                var all = string.Join(", ", sweeps.Select(s => $"'{s}'"));
                throw new UsageException(
                    $"--points names points of one sweep, but there are {Display.Number(sweeps.Count)}: {all}. Give one of them as PATH.");
            }

            var complete = true;
            foreach (var sweep in sweeps)
            {
                var name = Display.Line(Path.GetFileName(sweep));
                var retried = await new FailedPoints(SweepPath.Open(sweep, context)).PutBack(wanted);
                if (retried.Count == 0)
                    await context.Out.WriteLineAsync($"{name}: no point has failed");
                foreach (var point in retried)
                {
                    complete &= point.IsPutBack;
                    await (point.IsPutBack ? context.Out : context.Error).WriteLineAsync($"{name}: {Sentence(point)}");
                }
            }

            return complete ? ExitCodes.Success : ExitCodes.Problem;
        });
        return command;
    }

    private static string Sentence(RetriedPoint retried)
    {
        var point = Display.Points([retried.Point]);
        return retried switch
        {
            { IsPutBack: true } => $"{point} is to run again, {Display.Count(retried.Attempts, "attempt")} deleted",
            { State: PointState.Failed } =>
                $"{point} was failed, but somebody else has just renamed its state file. See 'multirunner status'.",
            { State: null } => $"only failed points are tried again, but {point} has no state file. See 'multirunner verify'.",
            _ => $"only failed points are tried again, but {point} is {StateText(retried.State.Value)}.",
        };
    }

    private static string StateText(PointState state) => state switch
    {
        PointState.ToRun => "to run",
        PointState.Running => "running",
        _ => "finished",
    };
}
