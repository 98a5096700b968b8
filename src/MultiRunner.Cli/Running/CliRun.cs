using MultiRunner.Membership;
using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Reading;
using MultiRunner.Reports.Writing;

namespace MultiRunner.Cli.Running;

/// <summary><c>multirunner run</c> from beginning to end: build, start, wait, report, judge.</summary>
internal sealed class CliRun(RunOptions options, CliContext context, IRunDisplay display)
{
    private static readonly TimeSpan BuildGrace = TimeSpan.FromSeconds(5);

    /// <summary>Runs, and returns the exit code.</summary>
    public async Task<int> Run()
    {
        using var signals = new Signals();
        if (options.Arguments.Build is { } build && await Build(build, signals.Stop) is not 0 and var failed)
            return failed;
        if (signals.Stop.IsCancellationRequested)
            return ExitCodes.Problem;
        var folder = Directory.CreateTempSubdirectory("multirunner-run-").FullName;
        using var workers = new LocalWorkers(options, folder, context.Time);
        signals.Again = workers.Kill;
        await display.During(show => workers.Run(show, signals.Stop));
        await PrintReports(workers);
        var problems = await Problems(workers);
        foreach (var problem in problems)
            await context.Error.WriteLineAsync(problem);

        // The output of the workers is of use only where something went wrong.
        if (problems.Count > 0)
            return ExitCodes.Problem;
        Directory.Delete(folder, recursive: true);
        return ExitCodes.Success;
    }

    private async Task<int> Build(IReadOnlyList<string> arguments, CancellationToken stop)
    {
        // Servers that wait for the next build would be left behind.
        var environment = new Dictionary<string, string> { ["MSBUILDDISABLENODEREUSE"] = "1", ["UseSharedCompilation"] = "false", ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0" };
        using var build = ProcessGroup.Start(["dotnet", .. arguments], log: null, environment);
        try
        {
            await build.WaitForExit(stop);
        }
        catch (OperationCanceledException)
        {
            build.Signal(ProcessGroup.Sigterm);
            var told = context.Time.GetTimestamp();
            while (!build.IsEmpty)
            {
                if (context.Time.GetElapsedTime(told) > BuildGrace)
                    build.Signal(ProcessGroup.Sigkill);
                await Task.Delay(TimeSpan.FromMilliseconds(50), context.Time, CancellationToken.None);
            }

            return ExitCodes.Problem;
        }

        if (build.ExitCode == 0)
            return ExitCodes.Success;
        await context.Error.WriteLineAsync($"No worker was started: 'dotnet {string.Join(' ', arguments)}' ended with exit code {Display.Number(build.ExitCode)}. Correct what it says above; --no-build runs what was built before.");
        return ExitCodes.Usage;
    }

    /// <summary>As the workers' own reports, which are already in the sweep directories.</summary>
    private async Task PrintReports(LocalWorkers workers)
    {
        foreach (var sweep in workers.Joined)
        {
            var report = await new SweepReportReader(SweepPath.Open(sweep.Directory, context), context.Time).Read();
            await context.Out.WriteLineAsync(TextReport.Print(report));
        }
    }

    /// <summary>Why this is no success, a sentence each.</summary>
    private static async Task<IReadOnlyList<string>> Problems(LocalWorkers workers)
    {
        var problems = new List<string>();
        foreach (var sweep in await workers.Sweeps())
        {
            if (sweep.Counts.Failed > 0)
                problems.Add($"{Display.Count(sweep.Counts.Failed, "point")} of {sweep.Sweep} failed. When the cause is mended, 'multirunner retry {sweep.Directory}' puts them back to be run.");
            if (sweep.Counts.Open > 0)
                problems.Add($"{Display.Count(sweep.Counts.Open, "point")} of {sweep.Sweep} not finished. The same command goes on where this one ended.");
        }

        if (workers.Joined.Count == 0 && !workers.IsStopped)
            problems.Add("A worker joins the sweeps of its tests, but none was joined: no test with [SweepTheory] was run, or its sweep directory could not be used. Check the target, the filter, and what the output of the workers says.");
        foreach (var worker in workers.All.Where(worker => !worker.Succeeded))
        {
            var what = worker.Ended == RunEnd.Crashed
                ? $"crashed, and was started again {Display.Number(worker.Restarts)} times"
                : workers.IsStopped ? "was told to end" : $"failed: dotnet test ended with exit code {Display.Number(worker.Run.ExitCode)}";
            problems.Add($"Worker {Display.Number(worker.Number)} {what}. Its output: {worker.Run.Log}");
        }

        return problems;
    }
}
