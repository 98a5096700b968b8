using MultiRunner.Results;
using MultiRunner.Sweeps;

namespace MultiRunner;

/// <summary>One attempt at one point, as the experiment sees it: <see cref="Sweep.Current"/>.</summary>
public sealed class SweepContext
{
    private readonly string root;
    private readonly Lock gate = new();
    private string? artifacts;
    private string? checkpoints;

    internal SweepContext(string root, int point, string worker, int attempt, IReadOnlyList<int> gpus)
    {
        this.root = root;
        Point = point;
        Worker = worker;
        Attempt = attempt;
        Gpus = gpus;
    }

    /// <summary>The index of the point in its sweep directory, from 0.</summary>
    public int Point { get; }

    /// <summary>The name of this worker: host, process id and four random characters.</summary>
    public string Worker { get; }

    /// <summary>1 for this worker's first attempt at the point, 2 for the second, ...</summary>
    public int Attempt { get; }

    /// <summary>
    /// The GPUs that are lent to this attempt, ascending, as <see cref="Gpu.Index"/> counts; empty unless
    /// <see cref="SweepTheoryAttribute.Gpus"/> asks for some. No other point on this host has them before the method has ended.
    /// </summary>
    /// <remarks>
    /// Nothing else is set: a process may run several points, and environment variables belong to the whole process. Hand them
    /// to the framework, or as <c>CUDA_VISIBLE_DEVICES</c> to a process that the experiment starts.
    /// </remarks>
    public IReadOnlyList<int> Gpus { get; }

    /// <summary>
    /// Cancelled when the run is cancelled, when the attempt has taken longer than its timeout, or when its result is no longer
    /// needed: xunit's token of the test.
    /// </summary>
    public CancellationToken CancellationToken { get; internal set; }

    /// <summary>
    /// A directory for files that belong to the result, made on first use and empty then. It becomes
    /// <c>artifacts/N</c> when this attempt's result counts, so that attempts do not mix.
    /// </summary>
    public string ArtifactsDirectory
    {
        get
        {
            lock (gate)
                return artifacts ??= MakeEmpty(Path.Combine(root, SweepLayout.ArtifactsOfAttempt(Point, Worker)));
        }
    }

    /// <summary>
    /// A directory that all attempts at this point share, <c>checkpoints/N</c>, made on first use: what a worker saved
    /// before it died is there for the next. Write a checkpoint under another name and rename it, so that none is half-written.
    /// </summary>
    public string CheckpointDirectory
    {
        get
        {
            lock (gate)
                return checkpoints ??= Directory.CreateDirectory(Path.Combine(root, SweepLayout.Checkpoints(Point))).FullName;
        }
    }

    internal MetricSet Metrics { get; } = new();

    internal bool HasArtifacts => artifacts is not null;

    /// <summary>Records a number beside what the method returns. A later value of the same name replaces an earlier one.</summary>
    /// <param name="name">Its name; written in camel case and compared without case.</param>
    /// <param name="value">Its value; NaN and infinities are kept.</param>
    public void Record(string name, double value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Metrics.Record(name, value);
    }

    /// <summary>Records one value of a curve, such as the loss after an epoch. The last value is also the metric of that name.</summary>
    /// <param name="name">Its name; written in camel case and compared without case.</param>
    /// <param name="value">Its value; NaN and infinities are kept.</param>
    /// <param name="step">Its place on the curve.</param>
    public void Record(string name, double value, long step)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Metrics.Record(name, value, step);
    }

    private static string MakeEmpty(string path)
    {
        if (Directory.Exists(path))
            Directory.Delete(path, recursive: true);
        return Directory.CreateDirectory(path).FullName;
    }
}
