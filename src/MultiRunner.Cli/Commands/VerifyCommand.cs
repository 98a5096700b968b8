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

    private static readonly Example[] Examples =
    [
        new("multirunner verify", "Checks every sweep in the folders 'sweeps' below the current directory."),
        new("multirunner verify sweeps/MyTests.Training.Train --repair", "Checks one sweep and repairs it."),
        new("multirunner verify --repair --lease 300", "Repairs sweeps whose workers have a lease of 300 seconds."),
    ];

    public static Command Create(CliContext context)
    {
        var path = CommonOptions.Path();
        var repair = new Option<bool>("--repair")
        {
            Description = "Repair what can be repaired. A sweep that breaks a rule or has running points is watched for one lease, to "
                + "see which workers are dead. It is watched for two leases before a point gets a new state file, "
                + "or is put back because its result is missing.",
        };
        var lease = new Option<string?>("--lease")
        {
            Description = "With --repair: the lease in seconds, from 1 to 86400. A worker without a heartbeat for this time counts as "
                + "dead. Give at least the lease of the workers. "
                + $"Default: {TextSettings.Lease.Variable}, else {Display.Number(Default.Lease.TotalSeconds)}.",
            HelpName = "SECONDS",
        };
        var maxAttempts = new Option<string?>("--max-attempts")
        {
            Description = "With --repair: after how many failed attempts a point counts as failed, from 1. "
                + $"Default: {TextSettings.MaxAttempts.Variable}, else {Display.Number(Default.MaxAttempts)}.",
            HelpName = "COUNT",
        };
        var command = new DetailedCommand("verify", "Checks the rules of the sweep directory, and repairs it with --repair.", Examples, """
            The rules are: each point has one state file. Each finished point has a complete result. Each failed point has records of its
            attempts. No worker that is gone holds a point or has left temporary files. All JSON files can be read.

            Without --repair this command only reads. It looks at everything that breaks a rule again after 2 seconds, because a listing
            may show a rename half done while workers run.

            Exit codes: 0 every rule holds; 1 a rule is broken, with --repair even after the repair; 2 wrong usage, or no sweep found.
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
                Lease = GivenSetting.Of(TextSettings.Lease, lease.Name, parsed.GetValue(lease), context) is { } seconds
                    ? TimeSpan.FromSeconds(seconds)
                    : Default.Lease,
                MaxAttempts = GivenSetting.Of(TextSettings.MaxAttempts, maxAttempts.Name, parsed.GetValue(maxAttempts), context)
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
}
