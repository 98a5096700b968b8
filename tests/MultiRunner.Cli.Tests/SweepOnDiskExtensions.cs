using System.Text.Json;
using MultiRunner.Format;
using MultiRunner.Membership;

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

    /// <summary>The relative paths of all files and of all directories without one.</summary>
    public static string[] Files(this SweepOnDisk sweep) =>
    [
        .. Directory.EnumerateFiles(sweep.FullPath(""), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(sweep.FullPath(""), file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    private static void Heartbeat(this SweepOnDisk sweep, WorkerIdentity worker) => sweep.Write(
        SweepLayout.Worker(worker.Id),
        JsonSerializer.SerializeToUtf8Bytes(
            new WorkerRecord
            {
                Worker = worker,
                Beat = 7,
                IntervalSeconds = 10,
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
