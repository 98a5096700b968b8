using System.Text.Json;
using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Results;

namespace MultiRunner.Cli.Tests;

internal static class SweepOnDiskExtensions
{
    /// <summary>Points 0 to 3, of one parameter.</summary>
    public static SweepOnDisk WithFourPoints(this SweepOnDisk sweep)
    {
        sweep.Axes("Samples.Training.Train", null, ("n", [1, 2, 3, 4]));
        return sweep;
    }

    /// <summary>Writes the last heartbeat of a process of this machine that is gone.</summary>
    public static void Gone(this SweepOnDisk sweep, string id) =>
        sweep.Heartbeat(WorkerProcess.Identify() with { Id = id, ProcessStart = "before this one" });

    /// <summary>Writes the heartbeat of this process, which lives, under a name.</summary>
    public static void Alive(this SweepOnDisk sweep, string id) => sweep.Heartbeat(WorkerProcess.Identify() with { Id = id });

    /// <summary>Writes a heartbeat of a process of another machine.</summary>
    public static void Beat(this SweepOnDisk sweep, string id, long beat, double interval = 10) =>
        sweep.Heartbeat(new WorkerIdentity(id, id.Split('-')[0], Boot: null, PidNamespace: null, ProcessId: 1, ProcessStart: null), beat, interval);

    /// <summary>Writes a file below directories that may be missing.</summary>
    public static void Put(this SweepOnDisk sweep, string path, ReadOnlySpan<byte> content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(sweep.FullPath(path))!);
        sweep.Write(path, content);
    }

    /// <summary>Finishes a point with a result.</summary>
    public static void Finish(this SweepOnDisk sweep, int point, PointResult result)
    {
        sweep.Write(SweepLayout.Result(point), result.ToJson());
        sweep.Move(point, PointState.Finished);
    }

    /// <summary>Writes heartbeats of workers that have left, each with its build and the hour in which it started.</summary>
    public static void Builds(this SweepOnDisk sweep, params (string Worker, string Build, int Hour)[] workers)
    {
        foreach (var (worker, build, hour) in workers)
        {
            sweep.Worker(worker, 1, 0, 1);
            var record = JsonSerializer.Deserialize(File.ReadAllBytes(sweep.FullPath(SweepLayout.Worker(worker))), SweepJson.Readable.WorkerRecord)!;
            var stamped = record with { Assembly = new AssemblyStamp("Samples", "1.0.0.0", build), Started = SweepOnDisk.Start.AddHours(hour) };
            sweep.Write(SweepLayout.Worker(worker), JsonSerializer.SerializeToUtf8Bytes(stamped, SweepJson.Readable.WorkerRecord));
        }
    }

    /// <summary>The relative paths of all files and of all directories without one.</summary>
    public static string[] Files(this SweepOnDisk sweep) =>
    [
        .. Directory.EnumerateFiles(sweep.FullPath(""), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(sweep.FullPath(""), file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    private static void Heartbeat(this SweepOnDisk sweep, WorkerIdentity worker, long beat = 7, double interval = 10) => sweep.Write(
        SweepLayout.Worker(worker.Id),
        JsonSerializer.SerializeToUtf8Bytes(
            new WorkerRecord
            {
                Worker = worker,
                Beat = beat,
                IntervalSeconds = interval,
                State = WorkerStates.Running,
                Running = [new RunningPoint(1, 1)],
                Finished = 6,
                Errors = 0,
                BusySeconds = 60,
                Started = SweepOnDisk.Start.AddMinutes(27),
                Updated = SweepOnDisk.Start.AddMinutes(29).AddSeconds(55),
            },
            SweepJson.Readable.WorkerRecord));
}
