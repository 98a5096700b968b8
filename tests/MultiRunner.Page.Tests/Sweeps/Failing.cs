using System.Text.Json;
using MultiRunner.Core.Tests.Reports;
using MultiRunner.Format;

namespace MultiRunner.Page.Tests.Sweeps;

/// <summary>
/// 24 points: 14 finished, 6 failed with one message and 1 with another, 1 killed its workers, 1 runs and 1 skipped itself. A worker
/// stopped by itself.
/// </summary>
internal static class Failing
{
    public const string Diverged = "The loss is NaN after 3 epochs.\nTry a lower learning rate.";
    public const string OutOfMemory = "Insufficient memory to continue the execution of the program.";
    public const string NoDevice = "There is no GPU on this host.";

    private const string Trace = "   at Networks.Optimizer.Step(Double rate) in /src/Networks/Optimizer.cs:line 42\n"
        + "   at Networks.Training.Train(String optimizer, Double rate, Int32 batch)";

    private const string Stopped = $"it had 5 errors (MaxErrors is 5); the last was System.InvalidOperationException: {Diverged}";

    public static SweepOnDisk Make()
    {
        var sweep = new SweepOnDisk();
        var points = sweep.Axes(
            "Networks.Training.Train",
            new Objective("loss", Maximize: false),
            ("optimizer", ["sgd", "adam", "lion"]),
            ("learningRate", [0.001, 0.01, 0.1, 1.0]),
            ("batch", [16, 32])).Count;
        for (var i = 0; i < points; i++)
        {
            if (i / 2 % 4 == 3)
                Fail(sweep, i, "System.InvalidOperationException", Diverged);
            else
                Finish(sweep, i);
        }

        Fail(sweep, 20, "System.OutOfMemoryException", OutOfMemory);
        sweep.Move(21, PointState.Failed);
        foreach (var worker in new[] { Workers.Alpha, Workers.Beta, Workers.Gamma })
            sweep.Crash(21, worker, "delta-1-0000");
        sweep.Move(18, PointState.Running, Workers.Alpha);
        sweep.Move(19, PointState.ToRun);
        sweep.Skip(19, Workers.Alpha, NoDevice);
        sweep.Worker(Workers.Alpha, 8, 9, 300, WorkerStates.Running);
        sweep.Worker(Workers.Beta, 6, 5, 250, WorkerStates.Stopped, Stopped);
        foreach (var worker in new[] { Workers.Alpha, Workers.Beta })
            sweep.EditWorker(worker, record => record with { Updated = SweepOnDisk.Start.AddMinutes(13) });
        return sweep;
    }

    private static void Finish(SweepOnDisk sweep, int point) => sweep.Finish(
        point,
        point % 2 == 0 ? Workers.Alpha : Workers.Beta,
        result => result with { Started = SweepOnDisk.Start.AddSeconds(point * 30), Seconds = 25 + point },
        ("loss", Math.Round(0.5 - (point * 0.013) + (point * 7 % 5 * 0.02), 6)),
        ("gradient", point == 4 ? double.PositiveInfinity : point * 1e6));

    private static void Fail(SweepOnDisk sweep, int point, string type, string message)
    {
        sweep.Move(point, PointState.Failed);
        for (var number = 1; number <= 3; number++)
        {
            var worker = number == 2 ? Workers.Beta : Workers.Alpha;
            var attempt = new AttemptRecord
            {
                Point = point,
                Worker = worker,
                Kind = "error",
                Error = new AttemptError(type, message, Trace),
                Started = SweepOnDisk.Start.AddSeconds((point * 30) + (number * 8)),
                Seconds = 1.5 * number,
            };
            sweep.Write(
                SweepLayout.Attempt(point, worker, number),
                JsonSerializer.SerializeToUtf8Bytes(attempt, SweepJson.Readable.AttemptRecord));
        }
    }
}
