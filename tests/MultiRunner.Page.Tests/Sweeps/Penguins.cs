using MultiRunner.Core.Tests.Reports;
using MultiRunner.Format;
using MultiRunner.Results;

namespace MultiRunner.Page.Tests.Sweeps;

/// <summary>
/// A sweep of 18 configurations with five repeats each, all finished by three workers of which one died. Each result has a curve and a
/// text, and some have files.
/// </summary>
internal static class Penguins
{
    private const int Steps = 40;
    private static readonly string[] Ids = [Workers.Alpha, Workers.Beta, Workers.Gamma];

    public static SweepOnDisk Make()
    {
        var sweep = new SweepOnDisk();
        var points = sweep.Axes(
            "PenguinTrees.Training.Train",
            new Objective("accuracy", Maximize: true),
            ("trees", [5, 20, 60]),
            ("leaves", [2, 4, 8]),
            ("learningRate", [0.05, 0.2]),
            ("seed", [1, 2, 3, 4, 5])).Count;
        sweep.Repeat("seed");
        for (var i = 0; i < points; i++)
            Finish(sweep, i);
        sweep.Error(3, Workers.Beta, 1, "System.IO.IOException", "The disk said no.");
        sweep.Crash(80, Workers.Gamma, Workers.Alpha);
        sweep.Worker(Workers.Alpha, 35, 0, 95);
        sweep.Worker(Workers.Beta, 35, 1, 98.5);
        sweep.Worker(Workers.Gamma, 20, 0, 54, WorkerStates.Running);
        foreach (var (worker, seconds) in new[] { (Workers.Alpha, 115), (Workers.Beta, 114), (Workers.Gamma, 68) })
            sweep.EditWorker(worker, record => record with { Updated = SweepOnDisk.Start.AddSeconds(seconds) });
        return sweep;
    }

    private static void Finish(SweepOnDisk sweep, int point)
    {
        var (trees, leaves, rate, seed) = (point / 30, point / 10 % 3, point / 5 % 2, point % 5);
        var noise = 0.004 * Math.Sin(point * point * 12.9898);
        var accuracy = 0.91 + (trees * 0.02) + (leaves * 0.006) + (rate * 0.012) - (trees * rate * 0.006) + noise + (seed * 0.0004);

        // The third worker dies after two thirds of the time.
        var workers = point < 60 ? 3 : 2;
        var (turn, worker) = point < 60 ? (point / 3, point % 3) : (20 + ((point - 60) / 2), point % 2);
        sweep.Finish(
            point,
            Ids[worker % workers],
            result => result with
            {
                Started = SweepOnDisk.Start.AddSeconds((turn * 3.2) + (worker * 0.4)),
                Seconds = 2.5 + (trees * 0.2) + (worker * 0.1),
                Details = new() { ["model"] = $"model-{point}.zip", ["note"] = $"Trained with seed {seed + 1}." },
                Curves = new() { ["accuracy"] = Curve(accuracy), ["loss"] = Curve(1.2 - accuracy) },
                Assembly = new AssemblyStamp("PenguinTrees", "1.0.0.0", "3f2a9c01-22aa-4c3e-9d51-0a4b7d2e6f10"),
            },
            ("accuracy", Math.Round(accuracy, 6)),
            ("logLoss", Math.Round(1.05 - accuracy + (trees * 0.01), 6)));
        if (seed == 0)
            Artifacts.Write(sweep, point, "confusion.png", "notes/read me.txt");
    }

    /// <summary>From half of a value to it.</summary>
    private static IReadOnlyList<CurvePoint> Curve(double end) =>
        [.. Enumerable.Range(0, Steps).Select(step => new CurvePoint(step, end * (1 - (0.5 * Math.Exp(-step / 6.0)))))];
}
