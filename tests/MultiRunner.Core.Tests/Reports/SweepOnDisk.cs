using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using MultiRunner.Format;
using MultiRunner.Grids;
using MultiRunner.Reports.Model;
using MultiRunner.Reports.Reading;
using MultiRunner.Results;
using MultiRunner.Scheduling;
using MultiRunner.Storage;

namespace MultiRunner.Core.Tests.Reports;

/// <summary>A sweep directory in a temporary folder, written file by file.</summary>
internal sealed class SweepOnDisk : IDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 3, 14, 9, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("multirunner-reports-");

    public SweepOnDisk()
    {
        foreach (var folder in new[] { SweepLayout.Ini, SweepLayout.Results, SweepLayout.Attempts, SweepLayout.Workers })
            root.CreateSubdirectory(folder);
        Files = new FileSystemDirectory(root.FullName);
    }

    public FileSystemDirectory Files { get; }

    public FakeTimeProvider Time { get; } = new(Start.AddMinutes(30));

    /// <summary>The product of axes, every point to run.</summary>
    public IReadOnlyList<GridPoint> Axes(string sweep, Objective? objective, params (string Name, object?[] Values)[] axes)
    {
        var grid = Grid.FromAxes(sweep, [.. axes.Select(a => new Axis(new Parameter(a.Name, typeof(object)), a.Values))]);
        return Lay(sweep, objective, grid);
    }

    /// <summary>Listed rows, every point to run.</summary>
    public IReadOnlyList<GridPoint> Rows(string sweep, Objective? objective, string[] names, params object?[][] rows) =>
        Lay(sweep, objective, Grid.FromRows(sweep, [.. names.Select(n => new Parameter(n, typeof(object)))], rows));

    /// <summary>Changes what the manifest says.</summary>
    public void Edit(Func<Manifest, Manifest> change)
    {
        var manifest = JsonSerializer.Deserialize(File.ReadAllBytes(FullPath(SweepLayout.Manifest)), SweepJson.Readable.Manifest)!;
        Write(SweepLayout.Manifest, JsonSerializer.SerializeToUtf8Bytes(change(manifest), SweepJson.Readable.Manifest));
    }

    /// <summary>Makes repeats of parameters.</summary>
    public void Repeat(params string[] names) =>
        Edit(m => m with { Parameters = [.. m.Parameters.Select(p => names.Contains(p.Name) ? p with { Repeat = true } : p)] });

    public void Finish(int point, string worker, double seconds, params (string Name, double Value)[] metrics)
    {
        var recorded = new MetricSet();
        foreach (var (name, value) in metrics)
            recorded.Record(name, value);
        var result = new PointResult
        {
            Point = point,
            Arguments = new CanonicalJson("{}"),
            Metrics = recorded.Metrics,
            Worker = worker,
            Host = worker.Split('-')[0],
            Attempt = 1,
            Started = Start,
            Seconds = seconds,
        };
        Write(SweepLayout.Result(point), result.ToJson());
        Move(point, PointState.Finished);
    }

    /// <summary>Finishes a point with a result of which a test says more, such as its build or its curves.</summary>
    public void Finish(int point, string worker, Func<PointResult, PointResult> with, params (string Name, double Value)[] metrics)
    {
        Finish(point, worker, 1, metrics);
        Write(SweepLayout.Result(point), with(PointResult.TryParse(File.ReadAllBytes(FullPath(SweepLayout.Result(point))))!).ToJson());
    }

    /// <summary>Changes the record of a worker.</summary>
    public void EditWorker(string id, Func<WorkerRecord, WorkerRecord> change)
    {
        var record = JsonSerializer.Deserialize(File.ReadAllBytes(FullPath(SweepLayout.Worker(id))), SweepJson.Readable.WorkerRecord)!;
        Write(SweepLayout.Worker(id), JsonSerializer.SerializeToUtf8Bytes(change(record), SweepJson.Readable.WorkerRecord));
    }

    /// <summary>Gives a point another state file.</summary>
    public void Move(int point, PointState state, string? owner = null)
    {
        foreach (var file in root.GetFiles(string.Create(CultureInfo.InvariantCulture, $"{SweepLayout.Ini}/{point}_*")))
            file.Delete();
        var attempt = state == PointState.Committed && !WorkerIdentity.IsTool(owner!) ? 1 : 0;
        Write(new StateFile(point, state, owner, attempt).Path, "{}"u8);
    }

    public void Error(int point, string worker, int number, string type, string message, double seconds = 1.5) => Write(
        SweepLayout.Attempt(point, worker, number),
        Json(new AttemptRecord { Point = point, Worker = worker, Kind = "error", Error = new AttemptError(type, message, "   at Somewhere()"), Started = Start.AddMinutes(number), Seconds = seconds }));

    public void Crash(int point, string worker, string by) => Write(
        SweepLayout.CrashAttempt(point, worker),
        Json(new AttemptRecord { Point = point, Worker = worker, Kind = "crash", Error = new AttemptError("WorkerDied", $"Worker {worker} died while it ran this point; {by} took the claim back.", null) }));

    public void Skip(int point, string worker, string reason) => Write(
        SweepLayout.Skip(point, HostOf(worker)),
        JsonSerializer.SerializeToUtf8Bytes(new SkipRecord { Point = point, Worker = worker, Reason = reason, Started = Start }, SweepJson.Readable.SkipRecord));

    public void Worker(string id, int finished, int errors, double busySeconds, string state = WorkerStates.Exited, string? reason = null) => Write(
        SweepLayout.Worker(id),
        JsonSerializer.SerializeToUtf8Bytes(
            new WorkerRecord
            {
                Worker = new WorkerIdentity(id, HostOf(id), null, null, 1, null),
                Beat = 1,
                IntervalSeconds = 10,
                State = state,
                Running = [],
                Finished = finished,
                Errors = errors,
                BusySeconds = busySeconds,
                Started = Start,
                Updated = Start.AddMinutes(29),
                Reason = reason,
            },
            SweepJson.Readable.WorkerRecord));

    public void Write(string path, ReadOnlySpan<byte> content) => File.WriteAllBytes(FullPath(path), content);

    public string FullPath(string path) => Path.Combine(root.FullName, path);

    public async Task<SweepReport> Read() => await new SweepReportReader(Files, Time).Read();

    /// <summary>The report as of a directory whose path is always the same.</summary>
    public async Task<SweepReport> ReadAtKnownPath() => await Read() with { Directory = "/shared/sweeps/Sample" };

    public void Dispose() => root.Delete(recursive: true);

    /// <summary>The host in the id of a worker: all before the process id.</summary>
    public static string HostOf(string worker) => string.Join('-', worker.Split('-').SkipLast(2)) is { Length: > 0 } host ? host : worker;

    private static byte[] Json(AttemptRecord attempt) => JsonSerializer.SerializeToUtf8Bytes(attempt, SweepJson.Readable.AttemptRecord);

    private IReadOnlyList<GridPoint> Lay(string sweep, Objective? objective, Grid grid)
    {
        var manifest = new Manifest
        {
            Sweep = sweep,
            Maker = "node-a",
            Created = Start,
            Assembly = new AssemblyStamp("Samples", "1.0.0.0", "bd4fe603-be22-4445-a67d-4b67fa65e862"),
            Objective = objective,
            Parameters = [.. grid.Parameters.Select(p => new ManifestParameter(p.Name, "object"))],
            Current = [.. grid.Points.Select(p => p.Index)],
            Points = [.. grid.Points.Select(p => new CanonicalJson(p.Key))],
        };
        Write(SweepLayout.Manifest, JsonSerializer.SerializeToUtf8Bytes(manifest, SweepJson.Readable.Manifest));
        foreach (var point in grid.Points)
            Write(new StateFile(point.Index, PointState.ToRun).Path, Encoding.UTF8.GetBytes(point.Key));
        return grid.Points;
    }
}
