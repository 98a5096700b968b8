using MultiRunner.Format;
using MultiRunner.Results;
using MultiRunner.Scheduling;
using MultiRunner.Storage;

namespace MultiRunner;

/// <summary>One attempt at one point, as the experiment sees it: <see cref="Sweep.Current"/>.</summary>
public sealed class SweepContext
{
    private readonly ISharedDirectory directory;
    private readonly string root;
    private readonly Lock gate = new();
    private string? checkpoints;
    private bool hasEnded;

    /// <param name="directory">The sweep directory.</param>
    /// <param name="root">Its absolute path.</param>
    /// <param name="attempt">The attempt.</param>
    /// <param name="worker">The worker that makes it.</param>
    /// <param name="returned">The names, as far as they are known, of what the method returns.</param>
    internal SweepContext(
        ISharedDirectory directory,
        string root,
        Attempt attempt,
        string worker,
        IReadOnlyList<string> returned)
    {
        this.directory = directory;
        this.root = root;
        Point = attempt.Point;
        Worker = worker;
        Attempt = attempt.Number;
        Gpus = attempt.Gpus?.Gpus ?? [];
        Metrics = new MetricSet(returned);
    }

    /// <summary>The index of the point in its sweep directory, from 0.</summary>
    public int Point { get; }

    /// <summary>The name of this worker: host, process id and four random characters.</summary>
    public string Worker { get; }

    /// <summary>1 for this worker's first attempt at the point, 2 for the second, ...</summary>
    public int Attempt { get; }

    /// <summary>
    /// The GPUs that are lent to this attempt, in the order of their <see cref="Gpu.Ordinal"/>. It is empty unless
    /// <see cref="SweepTheoryAttribute.Gpus"/> asks for some. No other point on this host has them before the method has ended.
    /// </summary>
    /// <remarks>
    /// No environment variable is set, because a process may run several points, and its variables belong to all of them. Pass the
    /// <see cref="Gpu.Ordinal"/> to a framework in this process. Pass the <see cref="Gpu.Index"/> as <c>CUDA_VISIBLE_DEVICES</c> to a
    /// process that the experiment starts. How much of a GPU is in use is what the tool said when the worker started.
    /// </remarks>
    public IReadOnlyList<Gpu> Gpus { get; }

    /// <summary>
    /// Cancelled when the run is cancelled, when the attempt has taken longer than its timeout, or when its result is no longer
    /// needed. It is the token of <c>TestContext.Current</c>.
    /// </summary>
    public CancellationToken CancellationToken { get; internal set; }

    /// <summary>
    /// The absolute path of a directory for files that belong to the result. It is made when it is first read. Each attempt has a
    /// directory of its own, which is empty at first. It becomes <c>artifacts/N</c> in the sweep directory, with N for
    /// <see cref="Point"/>, if the result of the attempt counts.
    /// </summary>
    /// <exception cref="InvalidOperationException">It is first read after the end of the attempt.</exception>
    public string ArtifactsDirectory
    {
        get
        {
            lock (gate)
            {
                if (Artifacts is null && hasEnded)
                    throw new InvalidOperationException(Messages.ArtifactsTooLate());
                Artifacts ??= Make(SweepLayout.ArtifactsOfAttempt(Point, Worker, Attempt));
                return SweepLayout.In(root, Artifacts);
            }
        }
    }

    /// <summary>
    /// The absolute path of <c>checkpoints/N</c>, a directory that all attempts at this point share. It is made when it is first read. The
    /// next attempt finds what a worker saved before it died. Write a checkpoint under another name and rename it, so that none is
    /// half-written.
    /// </summary>
    public string CheckpointDirectory
    {
        get
        {
            lock (gate)
                return SweepLayout.In(root, checkpoints ??= Make(SweepLayout.Checkpoints(Point)));
        }
    }

    internal MetricSet Metrics { get; }

    /// <summary>The artifacts directory, relative to the sweep's; null when nobody has asked for it.</summary>
    internal string? Artifacts { get; private set; }

    /// <summary>Why a directory could not be made here, although it was tried again and again; null when none failed.</summary>
    internal SharedDirectoryException? DirectoryFailure { get; private set; }

    /// <summary>Whether the test class could not be made, so that the method was never called.</summary>
    internal bool IsClassMissing { get; set; }

    /// <summary>Records a number beside what the method returns.</summary>
    /// <remarks>
    /// A later value of the same name replaces an earlier one, and a value that the method returns replaces both. After the end of the
    /// attempt the value could not be stored, so this method throws then.
    /// </remarks>
    /// <param name="name">Its name, which becomes camel case. Two names of one result must not differ only in case.</param>
    /// <param name="value">Its value, which may be NaN or an infinity.</param>
    /// <exception cref="ArgumentException">
    /// The name is blank, has control characters, is that of a text, or differs from another one in case only.
    /// </exception>
    /// <exception cref="InvalidOperationException">The attempt has ended.</exception>
    public void Record(string name, double value) => Metrics.Record(name, value);

    /// <summary>Records a whole number beside what the method returns.</summary>
    /// <inheritdoc cref="Record(string, double)"/>
    /// <exception cref="OverflowException">It is beyond 2^53, and as a double it would be another number.</exception>
    public void Record(string name, long value) => Metrics.Record(name, ExactNumber.Of(value, name));

    /// <inheritdoc cref="Record(string, long)"/>
    public void Record(string name, ulong value) => Metrics.Record(name, ExactNumber.Of(value, name));

    /// <summary>Records a number with fewer digits than a double. A fraction is taken as it is written: 0.1f is recorded as 0.1.</summary>
    /// <inheritdoc cref="Record(string, double)"/>
    public void Record(string name, float value) => Metrics.Record(name, AsWritten.Of(value));

    /// <summary>Records one value of a curve, such as the loss after an epoch. The last value is also the metric of that name.</summary>
    /// <param name="name">Its name, which becomes camel case. Two names of one result must not differ only in case.</param>
    /// <param name="value">Its value, which may be NaN or an infinity.</param>
    /// <param name="step">Its place on the curve, such as the number of the epoch.</param>
    /// <exception cref="ArgumentException">
    /// The name is blank, has control characters, is that of a text, or differs from another one in case only.
    /// </exception>
    /// <exception cref="InvalidOperationException">The attempt has ended.</exception>
    public void Record(string name, double value, long step) => Metrics.Record(name, value, step);

    /// <summary>Records one whole number of a curve.</summary>
    /// <inheritdoc cref="Record(string, double, long)"/>
    /// <exception cref="OverflowException">It is beyond 2^53, and as a double it would be another number.</exception>
    public void Record(string name, long value, long step) => Metrics.Record(name, ExactNumber.Of(value, name), step);

    /// <inheritdoc cref="Record(string, long, long)"/>
    public void Record(string name, ulong value, long step) => Metrics.Record(name, ExactNumber.Of(value, name), step);

    /// <summary>Records one number of a curve. A fraction is taken as it is written: 0.1f is recorded as 0.1.</summary>
    /// <inheritdoc cref="Record(string, double, long)"/>
    public void Record(string name, float value, long step) => Metrics.Record(name, AsWritten.Of(value), step);

    /// <summary>Takes everything that was recorded. What comes later is refused.</summary>
    internal RecordedValues End()
    {
        lock (gate)
            hasEnded = true;
        return Metrics.Close();
    }

    /// <summary>Makes a directory with the patience that all of the library has with a network file system in trouble.</summary>
    private string Make(string path)
    {
        try
        {
            directory.CreateDirectory(path).AsTask().GetAwaiter().GetResult();
            return path;
        }
        catch (SharedDirectoryException e)
        {
            DirectoryFailure = e;
            throw;
        }
    }
}
