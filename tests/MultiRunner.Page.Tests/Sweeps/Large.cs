using MultiRunner.Core.Tests.Reports;
using MultiRunner.Format;
using MultiRunner.Grids;
using MultiRunner.Results;

namespace MultiRunner.Page.Tests.Sweeps;

/// <summary>
/// 10,000 finished points in 1,000 configurations of ten repeats, each with two curves of 80 steps, whose numbers have all digits.
/// </summary>
internal static class Large
{
    public const int Points = 10_000;
    public const int Steps = 80;

    private static readonly string[] Ids = [.. Enumerable.Range(1, 8).Select(i => $"node{i}-{i * 100}-{i:x4}")];

    public static SweepOnDisk Make()
    {
        var sweep = new SweepOnDisk();
        sweep.Axes(
            "Networks.Training.Train",
            new Objective("accuracy", Maximize: true),
            ("learningRate", [.. Enumerable.Range(0, 10).Select(i => (object?)(1e-4 * Math.Pow(2, i)))]),
            ("layers", [.. Enumerable.Range(1, 10).Cast<object?>()]),
            ("width", [.. Enumerable.Range(1, 10).Select(i => (object?)(i * 32))]),
            ("seed", [.. Enumerable.Range(0, 10).Cast<object?>()]));
        sweep.Repeat("seed");
        Parallel.For(0, Points, i => Finish(sweep, i));
        foreach (var id in Ids)
            sweep.Worker(id, Points / Ids.Length, 0, Points / Ids.Length * 1.3);
        return sweep;
    }

    private static void Finish(SweepOnDisk sweep, int point)
    {
        var (rate, layers, width, seed) = (point / 1000, point / 100 % 10, point / 10 % 10, point % 10);
        var noise = 0.004 * Math.Sin(point * 12.9898) * (seed + 1) / 10;
        var accuracy = 0.95 - (0.003 * Math.Pow(rate - 6.3, 2)) - (0.001 * Math.Pow(layers - 4.1, 2)) + (0.002 * Math.Sqrt(width)) + noise;
        var worker = Ids[point % Ids.Length];
        var result = new PointResult
        {
            Point = point,
            Arguments = new CanonicalJson("{}"),
            Metrics = new()
            {
                ["accuracy"] = accuracy,
                ["loss"] = 1 / (accuracy * accuracy),
                ["parameters"] = (layers + 1) * (width + 1) * (width + 1) * 1024,
            },
            Curves = new() { ["accuracy"] = Curve(accuracy, seed), ["validation"] = Curve(accuracy * 0.97, seed) },
            Worker = worker,
            Host = SweepOnDisk.HostOf(worker),
            Attempt = 1,
            Started = SweepOnDisk.Start.AddSeconds(-point / 8 * 1.5),
            Seconds = 1 + (point % 7 / 10.0),
        };
        sweep.Write(SweepLayout.Result(point), result.ToJson());
        File.Move(
            sweep.FullPath(new StateFile(point, PointState.ToRun).Path),
            sweep.FullPath(new StateFile(point, PointState.Finished).Path));
    }

    private static IReadOnlyList<CurvePoint> Curve(double end, int seed) =>
        [.. Enumerable.Range(0, Steps).Select(step => new CurvePoint(step, end * (1 - Math.Exp(-step / 15.0 / (1 + seed)))))];
}
