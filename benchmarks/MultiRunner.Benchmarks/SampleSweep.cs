using System.Text;
using System.Text.Json;
using MultiRunner.Format;
using MultiRunner.Grids;
using MultiRunner.Membership;
using MultiRunner.Protocol;
using MultiRunner.Results;
using MultiRunner.Scheduling;
using MultiRunner.Storage;

namespace MultiRunner.Benchmarks;

/// <summary>A sweep of three axes and the result of one of its points, of a size as in real sweeps.</summary>
internal static class SampleSweep
{
    private static readonly AssemblyStamp Build = new("Sample", "1.2.3.0", "5f7a4f0c-7f2b-4f7c-9a43-9f0f3f0c2b11");

    /// <summary>A grid of <paramref name="points"/> points: 10 x 10 x the rest.</summary>
    public static Grid GridOf(int points) => Grid.FromAxes("Sample.Train",
    [
        new Axis(new Parameter("hiddenLayers", typeof(int)), [.. Enumerable.Range(1, 10).Cast<object>()]),
        new Axis(new Parameter("learningRate", typeof(double)), [.. Enumerable.Range(1, 10).Select(i => (object)(i / 1000.0))]),
        new Axis(new Parameter("seed", typeof(int)), [.. Enumerable.Range(1, points / 100).Cast<object>()]),
    ]);

    public static Manifest ManifestOf(Grid grid, string maker) => new()
    {
        Sweep = "Sample.Train",
        Maker = maker,
        Created = DateTimeOffset.UnixEpoch,
        Assembly = Build,
        Parameters = [.. grid.Parameters.Select(p => new ManifestParameter(p.Name, p.Type.ToString()))],
        Current = [.. grid.Points.Select(p => p.Index)],
        Points = [.. grid.Points.Select(p => new CanonicalJson(p.Key))],
    };

    /// <summary>The manifest of such a sweep with accuracy as its objective, as it lies in the directory.</summary>
    public static byte[] ManifestJson(int points, string maker) => JsonSerializer.SerializeToUtf8Bytes(
        ManifestOf(GridOf(points), maker) with { Objective = new Objective("accuracy", Maximize: true) }, SweepJson.Readable.Manifest);

    /// <summary>Makes the sweep directory as a first worker does, and returns its manifest.</summary>
    public static async ValueTask<Manifest> Make(string directory, int points, WorkerIdentity maker) =>
        await Make(ProductDirectory(directory), ManifestOf(GridOf(points), maker.Id), maker);

    public static async ValueTask<Manifest> Make(ISharedDirectory directory, Manifest manifest, WorkerIdentity maker) =>
        await new SweepInitializer(directory, maker, new SweepOptions(), TimeProvider.System).Initialize(manifest, CancellationToken.None);

    /// <summary>The directory as the product opens it.</summary>
    public static ISharedDirectory ProductDirectory(string directory) =>
        new RetryingDirectory(new FileSystemDirectory(directory), TimeProvider.System);

    /// <summary>A worker that has joined for all points.</summary>
    public static async ValueTask<SweepWorker> Join(string directory, Manifest manifest, WorkerIdentity me, int seed, SweepOptions? options = null)
    {
        var files = new FileSystemDirectory(directory);
        var worker = new SweepWorker(new RetryingDirectory(files, TimeProvider.System), files, me, options ?? new SweepOptions(), TimeProvider.System, new Random(seed));
        await worker.Join(Enumerable.Range(0, manifest.Points.Count), point => Encoding.UTF8.GetBytes(manifest.Points[point].Text));
        return worker;
    }

    /// <summary>The content of a result file, some 700 bytes.</summary>
    public static byte[] Result(WorkerIdentity worker, int point = 0) => ResultOf(worker, point).ToJson();

    /// <summary>The record of a worker that has left, and of whose attempts no result counts.</summary>
    public static byte[] WorkerThatRanSomething(WorkerIdentity worker) => JsonSerializer.SerializeToUtf8Bytes(
        new WorkerRecord
        {
            Worker = worker,
            Beat = 1,
            IntervalSeconds = 10,
            State = WorkerStates.Exited,
            Running = [],
            Finished = 0,
            Errors = 0,
            BusySeconds = 1,
            Started = TimeProvider.System.GetUtcNow(),
            Updated = TimeProvider.System.GetUtcNow(),
        },
        SweepJson.Readable.WorkerRecord);

    /// <summary>The content of a result file with a longer curve.</summary>
    public static byte[] ResultWithCurve(WorkerIdentity worker, int point, int steps)
    {
        var result = ResultOf(worker, point);
        result.Metrics["accuracy"] += point * 1e-7;
        return (result with
        {
            Curves = new() { ["loss"] = [.. Enumerable.Range(0, steps).Select(step => new CurvePoint(step, 0.69 / Math.Sqrt(1 + step)))] },
        }).ToJson();
    }

    private static PointResult ResultOf(WorkerIdentity worker, int point) => new()
    {
        Point = point,
        Arguments = new("""{"hiddenLayers":3,"learningRate":0.004,"seed":7}"""),
        Metrics = new()
        {
            ["accuracy"] = 0.9134920634920635,
            ["logLoss"] = 0.30714285714285716,
            ["trainSeconds"] = 12.345,
        },
        Curves = new() { ["loss"] = [new(0, 0.69), new(1, 0.51), new(2, 0.42), new(3, 0.36)] },
        Worker = worker.Id,
        Host = worker.Host,
        Attempt = 1,
        Started = DateTimeOffset.UnixEpoch,
        Seconds = 12.345,
        Assembly = Build,
    };
}
