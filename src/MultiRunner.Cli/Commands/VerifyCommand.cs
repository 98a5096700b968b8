using System.CommandLine;
using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Repair;
using MultiRunner.Reports.Formatting;

namespace MultiRunner.Cli.Commands;

/// <summary><c>multirunner verify</c>.</summary>
internal static class VerifyCommand
{
    private static readonly SweepOptions Default = new();

    public static Command Create(CliContext context)
    {
        var path = CommonOptions.Path();
        var repair = new Option<bool>("--repair")
        {
            Description = "Repair what can be repaired. A sweep that is not in order, or has running points, is watched for a lease "
                + "to see which workers are dead, and for two leases before a point gets a new state file.",
        };
        var lease = new Option<string?>("--lease")
        {
            Description = "With --repair: after how many seconds without a heartbeat a worker counts as dead. "
                + "Give no less than the workers have. "
                + $"Default: {TextSettings.Lease.Variable}, else {Display.Number(Default.Lease.TotalSeconds)}.",
            HelpName = "SECONDS",
        };
        var maxAttempts = new Option<string?>("--max-attempts")
        {
            Description = "With --repair: after how many failed attempts a point counts as failed. "
                + $"Default: {TextSettings.MaxAttempts.Variable}, else {Display.Number(Default.MaxAttempts)}.",
            HelpName = "COUNT",
        };
        var command = new DetailedCommand("verify", "Checks the rules of the sweep directory, and repairs what breaks them.", """
            The rules: each point has one state file, each finished point a whole result, each failed point records of its attempts; no
            worker that is gone holds a point or has left temporary files; all JSON can be read. What breaks a rule is looked at a second
            time 2 s later, since renames of a sweep that runs can be seen half done.

            Exit codes: 0 every rule holds, 1 a rule is broken (after --repair: still), 2 wrong usage or no sweep found.
            """)
        {
            path,
            repair,
            lease,
            maxAttempts,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var options = new SweepOptions
            {
                Lease = Get(TextSettings.Lease, parsed.GetValue(lease), lease.Name, context) is { } seconds
                    ? TimeSpan.FromSeconds(seconds)
                    : Default.Lease,
                MaxAttempts = Get(TextSettings.MaxAttempts, parsed.GetValue(maxAttempts), maxAttempts.Name, context)
                    ?? Default.MaxAttempts,
            };
            var isWhole = true;
            foreach (var sweep in SweepPath.Resolve(parsed.GetValue(path), context))
                isWhole &= await Verify(sweep, parsed.GetValue(repair), options, context, cancellation);
            return isWhole ? ExitCodes.Success : ExitCodes.Problem;
        });
        return command;
    }

    private static async Task<bool> Verify(
        string sweep, bool repair, SweepOptions options, CliContext context, CancellationToken cancellation)
    {
        var name = Display.Line(Path.GetFileName(sweep));
        var directory = SweepPath.Open(sweep, context);
        var me = WorkerProcess.Identify();
        var liveness = new Liveness(directory, me, options, context.Time);
        var found = await new SweepVerifier(directory, liveness, context.Time).Verify(cancellation);
        var left = found;
        if (repair && !found.Any(violation => violation.Kind == ViolationKind.Manifest))
        {
            left = await new SweepRepair(directory, me, options, context.Time).Repair(cancellation);
            foreach (var violation in found.ExceptBy(left.Select(l => (l.Kind, l.Path)), f => (f.Kind, f.Path)))
                await context.Out.WriteLineAsync($"{name}: repaired: {Display.Line(violation.Message)}");
        }

        foreach (var violation in left)
            await context.Error.WriteLineAsync($"{name}: {Display.Line(violation.Message)}");
        if (left.Count == 0)
            await context.Out.WriteLineAsync($"{name}: every rule holds");
        return left.Count == 0;
    }

    /// <summary>What the option says, else what the environment variable says; null when neither is given.</summary>
    private static T? Get<T>(SweepSetting<T> setting, string? option, string name, CliContext context)
        where T : struct
    {
        var (source, text) = option is not null
            ? (name, option)
            : ($"The environment variable {setting.Variable}", context.Variable(setting.Variable));
        if (string.IsNullOrEmpty(text) && option is null)
            return null;
        return setting.Parse(text!)
            ?? throw new UsageException(
                $"{source} must be {setting.Rule}, but it is '{text}'. Correct it, or leave it out for the default.");
    }
}
