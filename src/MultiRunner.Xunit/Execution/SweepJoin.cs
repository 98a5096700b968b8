using System.Text;
using MultiRunner.Definition;
using MultiRunner.Format;
using MultiRunner.Gpus;
using MultiRunner.Grids;
using MultiRunner.Membership;
using MultiRunner.Protocol;
using MultiRunner.Scheduling;
using MultiRunner.Storage;
using Xunit.v3;

namespace MultiRunner.Execution;

/// <summary>The way of this process into a sweep.</summary>
internal sealed class SweepJoin
{
    private readonly SweepDefinition definition;
    private readonly WorkerIdentity me;
    private readonly Manifest wanted;
    private readonly FileSystemDirectory files;
    private readonly RetryingDirectory directory;
    private readonly GpuLender? gpus;
    private readonly SweepWorker worker;

    private SweepJoin(SweepDefinition definition, string root)
    {
        this.definition = definition;
        files = new FileSystemDirectory(Path.Combine(root, definition.DirectoryName));
        directory = new RetryingDirectory(files, TimeProvider.System, definition.Options.Patience);
        me = ThisWorker.ToJoin(definition.DirectoryName);
        wanted = ToManifest(definition, me.Id);
        var time = TimeProvider.System;
        gpus = definition.Options.GpusPerPoint is > 0 and var count
            ? new GpuLender(definition.Name, count, me.Id, Environment.GetEnvironmentVariable, time, new Random())
            : null;
        worker = new SweepWorker(directory, files, me, definition.Options, time, new Random(), gpus, definition.Assembly);
    }

    /// <summary>Joins a sweep; makes its directory if nobody has.</summary>
    /// <param name="method">The sweep method.</param>
    /// <param name="selected">The points that this run selected, of those with a test case of their own.</param>
    /// <param name="finished">
    /// The indices of the points that were finished before discovery, when this run selected their one case.
    /// </param>
    /// <param name="cancellation">Cancels the run.</param>
    /// <exception cref="GridException">The sweep is not what it was when the tests were discovered.</exception>
    /// <exception cref="SweepDirectoryException">The sweep directory cannot be used.</exception>
    /// <exception cref="SharedDirectoryException">The file system refuses.</exception>
    /// <exception cref="GpuException">There is something left to run, and not GPUs enough for one point.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled meanwhile. The sweep has been left.</exception>
    public static async Task<SweepParticipation> Join(
        IXunitTestMethod method, IReadOnlyList<SweepTestCase> selected, IReadOnlyList<int> finished, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var definition = await SweepDefinitions.For(method);
        var root = SweepRoot.For(method.TestClass.Class.Assembly, Environment.GetEnvironmentVariable(SweepRoot.Variable));
        var join = new SweepJoin(definition, root);
        return await join.Join(selected.ToDictionary(testCase => testCase.PointKey), finished, cancellation);
    }

    private async Task<SweepParticipation> Join(
        Dictionary<string, SweepTestCase> selected, IReadOnlyList<int> finished, CancellationToken cancellation)
    {
        var manifest = await MakeDirectory(cancellation);
        cancellation.ThrowIfCancellationRequested();

        // From here on others may wait for this worker, so they must see it live.
        var denied = await TryShow();
        var heartbeat = new Heartbeat(worker.Heartbeat, definition.Options.HeartbeatInterval);
        try
        {
            if (denied is null)
                manifest = await Extend(manifest, cancellation);
            cancellation.ThrowIfCancellationRequested();
            var cases = ByIndex(selected, manifest, denied);
            await BeginWork(cases, finished, manifest, denied, cancellation);
            cancellation.ThrowIfCancellationRequested();
            var progress = new SweepProgress(
                definition.FullName,
                files,
                [.. cases.Keys, .. finished],
                worker.Resolved + finished.Count,
                definition.Objective,
                TimeProvider.System);
            var sweep = new SweepParticipation(definition, me, files.Root, directory, worker, heartbeat, progress, cases);
            Termination.Watch(sweep);
            return sweep;
        }
        catch (Exception e)
        {
            heartbeat.Dispose();
            if (e is not SharedDirectoryException)
                await Leave();
            throw;
        }
    }

    private async ValueTask<Manifest> MakeDirectory(CancellationToken cancellation)
    {
        try
        {
            var initializer = new SweepInitializer(directory, me, definition.Options, TimeProvider.System);
            return await initializer.Initialize(wanted, cancellation);
        }
        catch (SweepDirectoryException e)
        {
            throw new SweepDirectoryException(Messages.CannotBeUsed(files.Root, e), e);
        }
    }

    /// <summary>Writes the first heartbeat. One who may not write is told why, and may look at a sweep that is complete.</summary>
    private async ValueTask<SharedDirectoryException?> TryShow()
    {
        try
        {
            await worker.Heartbeat.Write();
            return null;
        }
        catch (SharedDirectoryException e) when (e.IsDenied)
        {
            return e;
        }
    }

    private ValueTask<Manifest> Extend(Manifest inForce, CancellationToken cancellation) =>
        new SweepRevision(directory, me, definition.Options, TimeProvider.System).Ensure(inForce, wanted, cancellation);

    /// <summary>The test cases by the index of their point. One who may not write can look at what is there, but add nothing.</summary>
    private Dictionary<int, SweepTestCase> ByIndex(
        Dictionary<string, SweepTestCase> selected,
        Manifest manifest,
        SharedDirectoryException? denied)
    {
        var indexByKey = new Dictionary<string, int>(manifest.Points.Count, StringComparer.Ordinal);
        for (var i = 0; i < manifest.Points.Count; i++)
            indexByKey[manifest.Points[i].Text] = i;
        if (denied is not null && definition.Grid.Points.Any(point => !indexByKey.ContainsKey(point.Key)))
            throw denied;
        return selected.ToDictionary(
            testCase => definition.Grid.IndexOf(testCase.Key) >= 0
                ? indexByKey[testCase.Key]
                : throw new GridException(Messages.NotDeterministic(definition.Name, testCase.Key)),
            testCase => testCase.Value);
    }

    /// <summary>
    /// Looks at the points for the first time. One who may not write, or has no GPUs, may look at a sweep that is complete.
    /// </summary>
    private async ValueTask BeginWork(
        IReadOnlyDictionary<int, SweepTestCase> cases,
        IReadOnlyList<int> finished,
        Manifest manifest,
        SharedDirectoryException? denied,
        CancellationToken cancellation)
    {
        // The directory may list the points in another order: those of older code come first there.
        var inCode = cases.ToDictionary(testCase => testCase.Key, testCase => definition.Grid.IndexOf(testCase.Value.PointKey));
        int[] points = [.. cases.Keys.OrderBy(point => inCode[point])];
        var costs = definition.Costs is { } known ? inCode.ToDictionary(point => point.Key, point => known[point.Value]) : null;
        await worker.Join(points, i => Encoding.UTF8.GetBytes(manifest.Points[i].Text), costs, cancellation);
        if (denied is not null && !worker.IsResolved)
            throw denied;
        var joined = new JoinedSweep(me.Id, files.Root, [.. points, .. finished]);
        await joined.TryWrite(Environment.GetEnvironmentVariable(JoinedSweep.Variable));
        if (!worker.IsResolved)
            gpus?.Prepare();
    }

    private async ValueTask Leave()
    {
        try
        {
            await worker.Leave();
        }
        catch (SharedDirectoryException)
        {
            // Others find out from the heartbeat, which has ended.
        }
    }

    private static Manifest ToManifest(SweepDefinition definition, string maker) => new()
    {
        Sweep = definition.FullName,
        Version = definition.Version,
        Maker = maker,
        Created = TimeProvider.System.GetUtcNow(),
        Assembly = definition.Assembly,
        Objective = definition.Objective,
        Parameters =
        [
            .. definition.Grid.Parameters.Select(p => new ManifestParameter(p.Name, p.Type.ToString(), p.IsRepeat ? true : null)),
        ],
        Axes = definition.Grid.Axes is { } axes ? [.. axes.Select(ManifestAxis.Of)] : null,
        Grid = ManifestGrid.Of(definition.Grid.Origin),
        Current = [.. definition.Grid.Points.Select(p => p.Index)],
        Points = [.. definition.Grid.Points.Select(p => new CanonicalJson(p.Key))],
    };
}
