using System.CommandLine;
using System.Globalization;
using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Repair;

namespace MultiRunner.Cli.Commands;

/// <summary><c>multirunner verify</c>.</summary>
internal static class VerifyCommand
{
    private const string LeaseVariable = "MULTIRUNNER_LEASE";
    private const string MaxAttemptsVariable = "MULTIRUNNER_MAX_ATTEMPTS";

    public static Command Create(Surroundings surroundings)
    {
        var path = CommonOptions.Path();
        var repair = new Option<bool>("--repair") { Description = "Repair what can be repaired. Watches a sweep that is not in order, or has running points, for a lease to see which workers are dead, and for two before a point gets a new state file." };
        var lease = new Option<double?>("--lease") { Description = $"With --repair: seconds without a heartbeat before a worker counts as dead. Give no less than the workers have. Default: {LeaseVariable}, else 60.", HelpName = "SECONDS" };
        var maxAttempts = new Option<int?>("--max-attempts") { Description = $"With --repair: failed attempts at a point before it counts as failed. Default: {MaxAttemptsVariable}, else 3.", HelpName = "COUNT" };
        var command = new DetailedCommand("verify", "Checks the rules of the sweep directory, and repairs what breaks them.", """
            The rules: one state file a point, a whole result for a finished one, attempts for a failed one, no point held by a worker that is gone, JSON that can be read, no temporary files of workers that are gone. What breaks a rule is looked at twice, 2 s apart, since a sweep that runs shows renames half done.

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
            var options = new SweepOptions();
            options = options with
            {
                Lease = TimeSpan.FromSeconds(Positive(parsed.GetValue(lease), "--lease", LeaseVariable, surroundings, options.Lease.TotalSeconds)),
                MaxAttempts = (int)Positive(parsed.GetValue(maxAttempts), "--max-attempts", MaxAttemptsVariable, surroundings, options.MaxAttempts),
            };
            var isWhole = true;
            foreach (var sweep in SweepPath.Resolve(parsed.GetValue(path), surroundings))
                isWhole &= await Verify(sweep, parsed.GetValue(repair), options, surroundings, cancellation);
            return isWhole ? ExitCodes.Success : ExitCodes.Problem;
        });
        return command;
    }

    private static async Task<bool> Verify(string sweep, bool repair, SweepOptions options, Surroundings surroundings, CancellationToken cancellation)
    {
        var name = Path.GetFileName(sweep);
        var directory = SweepPath.Open(sweep, surroundings);
        var me = WorkerProcess.Identify();
        var found = await new SweepVerifier(directory, new Liveness(directory, me, options, surroundings.Time), surroundings.Time).Verify(cancellation);
        var left = found;
        if (repair && !found.Any(violation => violation.Kind == ViolationKind.Manifest))
        {
            left = await new SweepRepair(directory, me, options, surroundings.Time).Repair(cancellation);
            foreach (var violation in found.ExceptBy(left.Select(l => (l.Kind, l.Path)), f => (f.Kind, f.Path)))
                await surroundings.Out.WriteLineAsync($"{name}: repaired: {violation.Message}");
        }

        foreach (var violation in left)
            await surroundings.Error.WriteLineAsync($"{name}: {violation.Message}");
        if (left.Count == 0)
            await surroundings.Out.WriteLineAsync($"{name}: every rule holds");
        return left.Count == 0;
    }

    private static double Positive(double? option, string name, string variable, Surroundings surroundings, double otherwise)
    {
        var (text, source) = option is { } given ? (given.ToString(CultureInfo.InvariantCulture), name) : (surroundings.Variable(variable), variable);
        if (string.IsNullOrWhiteSpace(text))
            return otherwise;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value is > 0 and <= 1e6
            ? value
            : throw new UsageException($"{source} is a number from above 0 to 1000000, but it is '{text}'. Correct it, or leave it out for {otherwise.ToString(CultureInfo.InvariantCulture)}.");
    }
}
