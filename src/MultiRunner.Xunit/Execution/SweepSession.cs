using MultiRunner.Discovery;
using MultiRunner.Grids;
using MultiRunner.Sweeps;

namespace MultiRunner.Execution;

/// <summary>This process's part in one sweep, from joining it to leaving it.</summary>
internal sealed class SweepSession : IDisposable
{
    // One worker a process: every sweep that it takes part in knows it by the same name.
    private static readonly Lazy<WorkerIdentity> ThisProcess = new(WorkerIdentity.Create);

    private readonly Dictionary<int, SweepTestCase> cases;
    private readonly Heartbeat heartbeat;

    private SweepSession(SweepDefinition definition, FileSystemDirectory files, ISharedDirectory directory, SweepWorker worker, Dictionary<int, SweepTestCase> cases, IReadOnlyCollection<int> points)
    {
        Definition = definition;
        Root = files.Root;
        Directory = directory;
        Worker = worker;
        this.cases = cases;
        Points = points;
        heartbeat = new Heartbeat(worker.Status, definition.Options.HeartbeatInterval);
    }

    public SweepDefinition Definition { get; }

    /// <summary>The absolute path of the sweep directory.</summary>
    public string Root { get; }

    public ISharedDirectory Directory { get; }

    public SweepWorker Worker { get; }

    /// <summary>The indices, in the sweep directory, of all points that the code has.</summary>
    public IReadOnlyCollection<int> Points { get; }

    public static WorkerIdentity Identity => ThisProcess.Value;

    /// <summary>Joins the sweep that <paramref name="selected"/> are points of; makes its directory if nobody has.</summary>
    /// <exception cref="GridException">The sweep is not what it was when the tests were discovered.</exception>
    /// <exception cref="SweepDirectoryException">The sweep directory cannot be used.</exception>
    /// <exception cref="SharedDirectoryException">The file system refuses.</exception>
    public static async Task<SweepSession> Join(IReadOnlyList<SweepTestCase> selected)
    {
        var method = selected[0].TestMethod;
        var definition = await SweepDefinitions.For(method);
        var assembly = method.TestClass.Class.Assembly;
        var files = new FileSystemDirectory(Path.Combine(SweepRoot.For(assembly, Environment.GetEnvironmentVariable(SweepRoot.Variable)), definition.DirectoryName));
        var directory = new RetryingDirectory(files, TimeProvider.System);
        var manifest = await new SweepInitializer(directory, ThisProcess.Value.Id).Initialize(ToManifest(definition));
        var indexByKey = new Dictionary<string, int>(manifest.Points.Count, StringComparer.Ordinal);
        for (var i = 0; i < manifest.Points.Count; i++)
            indexByKey[manifest.Points[i].Text] = i;
        var points = IndicesOf(definition, manifest, indexByKey, files.Root);

        var cases = new Dictionary<int, SweepTestCase>(selected.Count);
        foreach (var testCase in selected)
        {
            if (!indexByKey.TryGetValue(testCase.PointKey, out var index) || definition.Grid.IndexOf(testCase.PointKey) < 0)
                throw new GridException($"{definition.Name}: the points of a sweep must be the same in every process, but {testCase.PointKey} was there when the tests were discovered and is not now. Make the data deterministic: no Guid.NewGuid(), no clock, no Random without a seed.");
            cases[index] = testCase;
        }

        var worker = new SweepWorker(directory, ThisProcess.Value, definition.Options, cases.Keys, i => System.Text.Encoding.UTF8.GetBytes(manifest.Points[i].Text), TimeProvider.System, new Random());
        await worker.Join();
        return new SweepSession(definition, files, directory, worker, cases, points);
    }

    /// <summary>The test case of a point in the pool.</summary>
    public SweepTestCase CaseOf(int point) => cases[point];

    /// <summary>Says that this worker holds nothing any more.</summary>
    public async ValueTask Leave()
    {
        heartbeat.Dispose();
        await Worker.Leave();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        heartbeat.Dispose();
        Worker.Dispose();
    }

    private static List<int> IndicesOf(SweepDefinition definition, Manifest manifest, Dictionary<string, int> indexByKey, string root)
    {
        var indices = new List<int>(definition.Grid.Points.Count);
        var unknown = new List<string>();
        foreach (var point in definition.Grid.Points)
        {
            if (indexByKey.TryGetValue(point.Key, out var index))
                indices.Add(index);
            else
                unknown.Add(point.Key);
        }

        if (unknown.Count == 0)
            return indices;

        // One build has one grid, unless its data differs from process to process.
        throw manifest.Assembly?.ModuleId == definition.Assembly.ModuleId
            ? new GridException($"{definition.Name}: the points of a sweep must be the same in every process, but {unknown.Count} of {definition.Grid.Points.Count}, such as {unknown[0]}, were not there when the same build made the sweep directory '{root}'. Make the data deterministic (no Guid.NewGuid(), no clock, no Random without a seed), then move that directory away to start the sweep anew.")
            : new SweepDirectoryException($"{definition.Name}: the code has {unknown.Count} points that the sweep directory '{root}' does not know, such as {unknown[0]}. Move that directory away to start the sweep anew, or give the method a new name.");
    }

    private static Manifest ToManifest(SweepDefinition definition) => new()
    {
        Sweep = definition.DirectoryName,
        Maker = ThisProcess.Value.Id,
        Created = TimeProvider.System.GetUtcNow(),
        Assembly = definition.Assembly,
        Objective = definition.Objective,
        Parameters = [.. definition.Grid.Parameters.Select(p => new ManifestParameter(p.Name, p.Type.ToString()))],
        Axes = definition.Grid.Axes is { } axes
            ? [.. axes.Select(a => new ManifestAxis(a.Parameter.Name, [.. a.Values.Select(v => new CanonicalJson(ArgumentJson.TryFormat(v)!))]))]
            : null,
        Points = [.. definition.Grid.Points.Select(p => new CanonicalJson(p.Key))],
    };
}
