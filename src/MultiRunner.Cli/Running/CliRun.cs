using MultiRunner.Cli.Live;
using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;
using MultiRunner.Reports.Reading;
using MultiRunner.Reports.Writing;

namespace MultiRunner.Cli.Running;

/// <summary><c>multirunner run</c> from beginning to end: build, start, wait, report, judge.</summary>
internal sealed class CliRun(RunOptions options, CliContext context, ILiveDisplay display)
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
        var code = await Run(folder, signals);

        // Nobody needs the output of the workers when nothing went wrong. They are gone by now, for Windows deletes no log that is open.
        if (code == ExitCodes.Success)
            Directory.Delete(folder, recursive: true);
        return code;
    }

    /// <summary>Runs the workers, whose output goes to a folder, and returns the exit code.</summary>
    private async Task<int> Run(string folder, Signals signals)
    {
        using var workers = new LocalWorkers(options, folder, context.Time);
        signals.Again = workers.Kill;
        await display.During(show => workers.Run(show, signals.Stop));
        await PrintReports(workers);
        var sweeps = await workers.Sweeps();
        var problems = Problems(workers, sweeps);
        foreach (var sentence in problems.Concat(sweeps.Where(sweep => sweep.Counts.Skipped > 0).Select(Messages.PointsSkipped)))
            await context.Error.WriteLineAsync(Display.Line(sentence));
        signals.Again = null;
        return problems.Count > 0 ? ExitCodes.Problem : ExitCodes.Success;
    }

    private async Task<int> Build(IReadOnlyList<string> arguments, CancellationToken stop)
    {
        // Otherwise the build leaves servers behind that wait for the next one.
        var environment = new Dictionary<string, string>
        {
            ["MSBUILDDISABLENODEREUSE"] = "1",
            ["UseSharedCompilation"] = "false",
            ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
        };
        using var build = ProcessGroup.Start(["dotnet", .. arguments], log: null, environment);
        try
        {
            await build.WaitForExit(stop);
        }
        catch (OperationCanceledException)
        {
            build.Terminate();
            var told = context.Time.GetTimestamp();
            while (!build.IsEmpty)
            {
                if (context.Time.GetElapsedTime(told) > BuildGrace)
                    build.Kill();
                await Task.Delay(TimeSpan.FromMilliseconds(50), context.Time, CancellationToken.None);
            }

            return ExitCodes.Problem;
        }

        if (build.ExitCode == 0)
            return ExitCodes.Success;
        await context.Error.WriteLineAsync(Messages.BuildFailed(arguments, build.ExitCode));
        return ExitCodes.Usage;
    }

    /// <summary>Prints the reports, which workers have already written to the sweep directories.</summary>
    private async Task PrintReports(LocalWorkers workers)
    {
        foreach (var sweep in workers.Joined)
        {
            var reader = new SweepReportReader(SweepPath.Open(sweep.Directory, context), context.Time);
            var report = await reader.TryReadWritten() ?? await reader.Read();
            await context.Out.WriteLineAsync(TextReport.Print(report));
        }
    }

    /// <summary>Why this is no success, a sentence each.</summary>
    private static List<string> Problems(LocalWorkers workers, IReadOnlyList<SweepStatus> sweeps)
    {
        var problems = new List<string>();
        foreach (var sweep in sweeps)
        {
            if (sweep.Counts.Failed > 0)
                problems.Add(Messages.PointsFailed(sweep));
            if (sweep.Counts.Open > 0)
                problems.Add(Messages.PointsOpen(sweep));
        }

        if (workers.Joined.Count == 0 && !workers.IsStopped)
            problems.Add(Messages.NoSweepJoined);
        foreach (var worker in workers.All.Where(worker => !worker.Succeeded))
            problems.Add(Messages.WorkerEnded(worker, workers.IsStopped));
        return problems;
    }
}
