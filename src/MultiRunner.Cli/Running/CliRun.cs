using MultiRunner.Cli.Live;
using MultiRunner.Reports.Formatting;
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
            TryDelete(folder);
        return code;
    }

    /// <summary>Deletes a folder. One that stays makes no failure of a run that succeeded.</summary>
    public static void TryDelete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A scanner has a log open, or something else has deleted the folder.
        }
    }

    /// <summary>Runs the workers, whose output goes to a folder, and returns the exit code.</summary>
    private async Task<int> Run(string folder, Signals signals)
    {
        using var workers = new LocalWorkers(options, folder, context.Time);
        signals.Again = workers.Kill;
        await display.During(show => workers.Run(show, signals.Stop));

        // Nothing is left to be ended first, and a report may take minutes: from here on a signal ends this process.
        signals.Release();
        try
        {
            await PrintReports(workers);
        }
        catch
        {
            // The output is on a disk that is full, for one. What went wrong before that is said nevertheless.
            await PrintProblems(workers);
            throw;
        }

        return await PrintProblems(workers) ? ExitCodes.Problem : ExitCodes.Success;
    }

    /// <summary>Says why this is no success. Returns whether there was anything to say about that.</summary>
    private async Task<bool> PrintProblems(LocalWorkers workers)
    {
        var last = await LastLook.At(workers.Joined, directory => SweepPath.Open(directory, context), context.Time);
        var problems = Problems(workers, last);
        IEnumerable<string> hints =
        [
            .. last.Sweeps.Where(sweep => sweep.Counts.Skipped > 0).Select(Messages.PointsSkipped),
            .. last.Sweeps.SelectMany(sweep => sweep.Warnings.Select(warning => $"{sweep.Sweep}: {warning}")),
        ];
        foreach (var sentence in problems.Concat(hints))
            await context.Error.WriteLineAsync(Display.Line(sentence));
        return problems.Count > 0;
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
    private static List<string> Problems(LocalWorkers workers, LastLook last)
    {
        var problems = last.Problems.ToList();
        foreach (var sweep in last.Sweeps)
        {
            if (sweep.Counts.Failed > 0)
                problems.Add(Messages.PointsFailed(sweep));
            if (sweep.Counts.Open > 0)
                problems.Add(Messages.PointsOpen(sweep));
        }

        if (workers.Joined.Count == 0 && !workers.IsStopped)
            problems.Add(Messages.NoSweepJoined);
        foreach (var worker in workers.All.Where(worker => !worker.Succeeded))
            problems.Add(Messages.WorkerEnded(worker));
        return problems;
    }
}
