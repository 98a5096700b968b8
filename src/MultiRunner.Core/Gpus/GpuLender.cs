using System.Globalization;
using Microsoft.Win32.SafeHandles;

namespace MultiRunner.Gpus;

/// <summary>
/// Lends the GPUs of this host, so that no two attempts use the same one at the same time, in whatever processes they run. It takes
/// all GPUs that an attempt needs or none. Two attempts that each held some while they waited for more could wait for each other.
/// </summary>
/// <param name="sweep">The name of the sweep, for messages.</param>
/// <param name="count">How many GPUs an attempt needs; at least 1.</param>
/// <param name="worker">The name of this worker, for people.</param>
/// <param name="environment">The environment variables.</param>
/// <param name="time">Measures the waiting.</param>
/// <param name="random">Keeps workers from asking in step.</param>
internal sealed class GpuLender(
    string sweep, int count, string worker, Func<string, string?> environment, TimeProvider time, Random random) : IGpuLender
{
    private const string Remedy = "To run without GPUs of its own, set MULTIRUNNER_GPUS_PER_POINT to 0.";

    // A try costs a few system calls for each GPU, so it can be repeated often.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.1);

    // An attempt that was given up and goes on for so long may go on for ever.
    private static readonly TimeSpan PatienceWithAbandoned = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private readonly string holder = FormattableString.Invariant(
        $"worker {worker}, process {Environment.ProcessId} of {Environment.UserName}, {sweep}");
    private readonly List<GpuLoan> loans = [];
    private IReadOnlyList<Gpu>? gpus;
    private GpuDirectory? directory;
    private long? stuckSince;

    private string Rule => FormattableString.Invariant($"{sweep}: each point needs {count} GPU{(count == 1 ? "" : "s")} of its own");

    /// <summary>Finds out which GPUs there are. Later calls do nothing. Without a call the first attempt does it.</summary>
    /// <exception cref="GpuException">There are not enough, or they cannot be listed or lent.</exception>
    public void Prepare()
    {
        lock (gate)
        {
            if (gpus is not null)
                return;
            GpuList list;
            try
            {
                list = GpuList.Read(environment);
                directory = GpuDirectory.Of(environment);
                directory.Make();
            }
            catch (GpuException e)
            {
                throw new GpuException($"{Rule}. {e.Message} {Remedy}", e);
            }

            if (list.Visible.Count < count)
                throw new GpuException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Rule}, but this process may use {list.Visible.Count} of {list.Description}. Ask for fewer with Gpus of "
                    + $"[SweepTheory], or run it on another host. {Remedy}"));
            gpus = list.Visible;
        }
    }

    /// <inheritdoc/>
    public IGpuLoan? TryTake()
    {
        Prepare();
        var taken = new List<(Gpu Gpu, SafeFileHandle File)>(count);
        SafeFileHandle? kept = null;

        // One slot looks at a time. If two slots each found some of the last GPUs, both would have to put them back.
        lock (gate)
        {
            try
            {
                kept = directory!.TryKeep();
                foreach (var gpu in gpus!)
                {
                    if (directory.TryTake(gpu) is { } file)
                        taken.Add((gpu, file));
                    if (taken.Count == count)
                    {
                        var loan = new GpuLoan([.. taken.Select(t => t.Gpu)], [.. taken.Select(t => t.File)], kept, holder);
                        (taken, kept) = ([], null);
                        loans.RemoveAll(old => old.IsOver);
                        loans.Add(loan);
                        return loan;
                    }
                }

                ThrowIfStuck();
                return null;
            }
            finally
            {
                foreach (var (_, file) in taken)
                    file.Dispose();
                kept?.Dispose();
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IGpuLoan?> Wait(TimeSpan atMost, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        while (true)
        {
            double share;
            lock (gate)
                share = 0.5 + random.NextDouble();
            try
            {
                await Task.Delay(Pause * share, time, cancellation).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return null;
            }

            if (TryTake() is { } loan)
                return loan;
            if (time.GetElapsedTime(began) >= atMost)
                return null;
        }
    }

    /// <summary>Without this check a worker would wait for ever for a method that goes on for ever after its timeout.</summary>
    private void ThrowIfStuck()
    {
        var abandoned = loans.Where(loan => loan.IsAbandoned).Sum(loan => loan.Gpus.Count);
        if (gpus!.Count - abandoned >= count)
        {
            stuckSince = null;
            return;
        }

        stuckSince ??= time.GetTimestamp();
        if (time.GetElapsedTime(stuckSince.Value) >= PatienceWithAbandoned)
            throw new GpuException(string.Create(
                CultureInfo.InvariantCulture,
                $"{Rule}, but {abandoned} of {gpus.Count} are still used by attempts in this process that were given up "
                + $"{PatienceWithAbandoned.TotalSeconds} s ago. Let the method end when Sweep.Current.CancellationToken is cancelled."));
    }
}
