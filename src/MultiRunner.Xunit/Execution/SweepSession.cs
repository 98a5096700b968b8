using System.Text;
using MultiRunner.Definition;
using MultiRunner.Format;
using MultiRunner.Gpus;
using MultiRunner.Grids;
using MultiRunner.Membership;
using MultiRunner.Protocol;
using MultiRunner.Scheduling;
using MultiRunner.Storage;

namespace MultiRunner.Execution;

/// <summary>This process's part in one sweep, from joining it to leaving it.</summary>
internal sealed class SweepSession : IDisposable
{
    // One worker a process: every sweep that it takes part in knows it by the same name.
    private static readonly Lazy<WorkerIdentity> ThisProcess = new(WorkerProcess.Identify);

    private readonly Dictionary<int, SweepTestCase> cases;
    private readonly Heartbeat heartbeat;

    private SweepSession(SweepDefinition definition, string root, ISharedDirectory directory, Heartbeat heartbeat, SweepWorker worker, Dictionary<int, SweepTestCase> cases)
    {
        Definition = definition;
        Root = root;
        Directory = directory;
        this.heartbeat = heartbeat;
        Worker = worker;
        this.cases = cases;
        Termination.Watch(this);
    }

    public SweepDefinition Definition { get; }

    /// <summary>The absolute path of the sweep directory.</summary>
    public string Root { get; }

    public ISharedDirectory Directory { get; }

    public SweepWorker Worker { get; }

    public static WorkerIdentity Identity => ThisProcess.Value;

    /// <summary>Joins the sweep that <paramref name="selected"/> are points of; makes its directory if nobody has.</summary>
    /// <exception cref="GridException">The sweep is not what it was when the tests were discovered.</exception>
    /// <exception cref="SweepDirectoryException">The sweep directory cannot be used.</exception>
    /// <exception cref="SharedDirectoryException">The file system refuses.</exception>
    /// <exception cref="GpuException">There is something left to run, and not GPUs enough for one point.</exception>
    public static async Task<SweepSession> Join(IReadOnlyList<SweepTestCase> selected)
    {
        var method = selected[0].TestMethod;
        var definition = await SweepDefinitions.For(method);
        var assembly = method.TestClass.Class.Assembly;
        var files = new FileSystemDirectory(Path.Combine(SweepRoot.For(assembly, Environment.GetEnvironmentVariable(SweepRoot.Variable)), definition.DirectoryName));
        var directory = new RetryingDirectory(files, TimeProvider.System, definition.Options.Patience);
        var wanted = ToManifest(definition);
        Manifest manifest;
        try
        {
            manifest = await new SweepInitializer(directory, Identity.Id, definition.Options, TimeProvider.System).Initialize(wanted);
        }
        catch (SweepDirectoryException e)
        {
            throw new SweepDirectoryException($"'{files.Root}' cannot be used: {e.Message}", e);
        }

        // From here on others may wait for this worker, so they must see it live.
        var gpus = definition.Options.GpusPerPoint is > 0 and var count
            ? new GpuLender(definition.Name, count, Identity.Id, Environment.GetEnvironmentVariable, TimeProvider.System, new Random())
            : null;
        var worker = new SweepWorker(directory, files, Identity, definition.Options, TimeProvider.System, new Random(), gpus);
        var denied = await TryShow(worker.Heartbeat);
        var heartbeat = new Heartbeat(worker.Heartbeat, definition.Options.HeartbeatInterval);
        try
        {
            if (denied is null)
                manifest = await new SweepRevision(directory, Identity, definition.Options, TimeProvider.System).Ensure(manifest, wanted);
            var indexByKey = new Dictionary<string, int>(manifest.Points.Count, StringComparer.Ordinal);
            for (var i = 0; i < manifest.Points.Count; i++)
                indexByKey[manifest.Points[i].Text] = i;

            // One who may not write can look at what is there, but add nothing.
            if (denied is not null && definition.Grid.Points.Any(point => !indexByKey.ContainsKey(point.Key)))
                throw denied;
            var cases = selected.ToDictionary(testCase => IndexOf(testCase, definition, indexByKey));
            await worker.Join(cases.Keys, i => Encoding.UTF8.GetBytes(manifest.Points[i].Text));
            if (denied is not null && !worker.IsResolved)
                throw denied;
            await new JoinedSweep(Identity.Id, files.Root, cases.Keys).TryWrite(Environment.GetEnvironmentVariable(JoinedSweep.Variable));
            if (!worker.IsResolved)
                await Prepare(gpus, worker);
            return new SweepSession(definition, files.Root, directory, heartbeat, worker, cases);
        }
        catch
        {
            heartbeat.Dispose();
            throw;
        }
    }

    /// <summary>The test case of a point in the pool.</summary>
    public SweepTestCase CaseOf(int point) => cases[point];

    /// <summary>Says that this worker holds nothing any more.</summary>
    public async ValueTask Leave()
    {
        heartbeat.Dispose();
        Termination.Forget(this);
        await Worker.Leave();
    }

    /// <inheritdoc/>
    public void Dispose() => heartbeat.Dispose();

    /// <summary>Writes the first heartbeat. One who may not write is told why, and may look at a sweep that is complete.</summary>
    private static async Task<SharedDirectoryException?> TryShow(HeartbeatFile heartbeat)
    {
        try
        {
            await heartbeat.Write();
            return null;
        }
        catch (SharedDirectoryException e) when (e.IsDenied)
        {
            return e;
        }
    }

    /// <summary>A machine without GPUs may look at a sweep that is complete, but not run one.</summary>
    private static async Task Prepare(GpuLender? gpus, SweepWorker worker)
    {
        try
        {
            gpus?.Prepare();
        }
        catch (GpuException)
        {
            await worker.Leave();
            throw;
        }
    }

    private static int IndexOf(SweepTestCase testCase, SweepDefinition definition, Dictionary<string, int> indexByKey) =>
        definition.Grid.IndexOf(testCase.PointKey) >= 0
            ? indexByKey[testCase.PointKey]
            : throw new GridException($"{definition.Name}: the points of a sweep must be the same in every process, but {testCase.PointKey} was there when the tests were discovered and is not now. Make the data deterministic: no Guid.NewGuid(), no clock, no Random without a seed.");

    private static Manifest ToManifest(SweepDefinition definition) => new()
    {
        Sweep = definition.FullName,
        Maker = Identity.Id,
        Created = TimeProvider.System.GetUtcNow(),
        Assembly = definition.Assembly,
        Objective = definition.Objective,
        Parameters = [.. definition.Grid.Parameters.Select(p => new ManifestParameter(p.Name, p.Type.ToString()))],
        Axes = definition.Grid.Axes is { } axes
            ? [.. axes.Select(a => new ManifestAxis(a.Parameter.Name, [.. a.Values.Select(v => new CanonicalJson(ArgumentJson.TryFormat(v)!))]))]
            : null,
        Current = [.. definition.Grid.Points.Select(p => p.Index)],
        Points = [.. definition.Grid.Points.Select(p => new CanonicalJson(p.Key))],
    };
}
