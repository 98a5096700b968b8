using System.Diagnostics;
using MultiRunner.Format;
using MultiRunner.Grids;
using MultiRunner.Membership;
using MultiRunner.Protocol;
using MultiRunner.Scheduling;

namespace MultiRunner.Benchmarks;

/// <summary>What a sweep costs before its first point runs, and what a worker costs that has nothing to run, by the number of points.</summary>
internal static class ScaleBenchmark
{
    private const int Repetitions = 3;

    public static async Task Run(Scratch scratch, int largest)
    {
        using (scratch)
        {
            await Once(scratch, 1_000); // warms up
            await Console.Out.WriteLineAsync($"""
                What a sweep costs before its first point runs, and what a worker costs that finds nothing to run: seconds, medians of {Repetitions} (from
                100,000 points on: once), on {scratch.FileSystem}.

                | points | list the grid | make the directory | read its manifest | list ini | join | tell what others finished | report as not run | memory of grid and worker, MB |
                | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
                """);
            for (var points = 1_000; points <= largest; points *= 10)
            {
                var times = new List<double[]>();
                for (var i = 0; i < (points < 100_000 ? Repetitions : 1); i++)
                    times.Add(await Once(scratch, points));
                var medians = Enumerable.Range(0, times[0].Length).Select(column => times.Select(t => t[column]).Median().ToString("F3", null));
                await Console.Out.WriteLineAsync($"| {points:N0} | {string.Join(" | ", medians)} |");
            }
        }
    }

    private static async Task<double[]> Once(Scratch scratch, int points)
    {
        var root = scratch.New();
        var me = WorkerProcess.Identify();
        var directory = SampleSweep.ProductDirectory(root);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        Grid? grid = null;
        var grids = await Time(() =>
        {
            grid = SampleSweep.GridOf(points);
            return ValueTask.CompletedTask;
        });
        Manifest? manifest = null;
        Scratch.Settle();
        var makes = await Time(async () => manifest = await SampleSweep.Make(directory, SampleSweep.ManifestOf(grid!, me.Id), me));
        var reads = await Time(async () => await ManifestReader.ReadNewest(directory));
        var lists = await Time(async () => await directory.List(SweepLayout.Ini));
        SweepWorker? worker = null;
        var joins = await Time(async () => worker = await SampleSweep.Join(root, manifest!, me, seed: 1));
        var memory = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6;
        GC.KeepAlive(grid);
        GC.KeepAlive(worker);

        // A worker that stops at its first point, as by an error that it may not have, reports all others as not run.
        var stops = await Time(async () => await Drain(await SampleSweep.Join(root, manifest!, me, seed: 2, new SweepOptions { MaxErrors = 1 })));

        // One that comes when all is done tells of each point what it reads in its result.
        foreach (var point in grid!.Points)
        {
            await directory.Write(SweepLayout.Result(point.Index), SampleSweep.Result(me, point.Index));
            await directory.TryRename(new StateFile(point.Index, PointState.ToRun).Path, new StateFile(point.Index, PointState.Finished).Path);
        }

        var tells = await Time(async () => await Drain(await SampleSweep.Join(root, manifest!, me, seed: 3)));
        Directory.Delete(root, recursive: true);
        return [grids, makes, reads, lists, joins, tells, stops, memory];
    }

    private static async ValueTask Drain(SweepWorker worker)
    {
        while (!worker.IsDone)
        {
            await worker.NextOutcome((_, _) => ValueTask.FromResult<AttemptOutcome>(new AttemptOutcome.Failure(new AttemptError("Error", "This one fails.", Stack: null))), CancellationToken.None);
        }
    }

    private static async ValueTask<double> Time(Func<ValueTask> work)
    {
        var clock = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(clock).TotalSeconds;
    }
}
