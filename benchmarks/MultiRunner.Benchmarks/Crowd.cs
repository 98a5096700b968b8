using System.Globalization;
using System.Text;
using System.Text.Json;
using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Storage;

namespace MultiRunner.Benchmarks;

/// <summary>
/// Workers that are not played by the real code, since a thousand tables of 100,000 points do not fit into memory: they claim points,
/// finish them after a while, and beat, one more of them also holds a point that never ends.
/// </summary>
internal sealed class Crowd
{
    private readonly ISharedDirectory directory;
    private readonly TimeProvider time;
    private readonly SweepOptions options;
    private readonly int count;
    private readonly Random random;
    private readonly int[] order;
    private int next;

    public Crowd(ISharedDirectory directory, TimeProvider time, SweepOptions options, int count, int points, Random random)
    {
        this.directory = directory;
        this.time = time;
        this.options = options;
        this.count = count;
        this.random = random;
        order = [.. Enumerable.Range(0, points)];

        // Among themselves they never meet; those who are played meet them all in the order that they share.
        if (options.Order == Order.Shuffled)
            random.Shuffle(order);
        _ = Beat("endless-1-0000", directory.Write(new StateFile(points, PointState.Running, "endless-1-0000").Path, "{}"u8.ToArray()));
        for (var i = 0; i < count; i++)
            _ = Beat(Id(i), ValueTask.CompletedTask);
    }

    /// <summary>How many points they have finished.</summary>
    public int Finished { get; private set; }

    /// <summary>A result that says no more than it must.</summary>
    public static byte[] Result(int point) =>
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{{\"point\":{point},\"worker\":\"{Id(0)}\"}}"));

    /// <summary>How long the next point takes.</summary>
    public TimeSpan LengthOfPoint() =>
        SimulatedFleet.ShortestPoint + (random.NextDouble() * (SimulatedFleet.LongestPoint - SimulatedFleet.ShortestPoint));

    /// <summary>Begins to take points.</summary>
    public void Start()
    {
        for (var i = 0; i < count; i++)
            _ = Work(Id(i));
    }

    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"other-{number}-0000");

    private async Task Work(string me)
    {
        while (next < order.Length)
        {
            var point = order[next++];
            var claim = new StateFile(point, PointState.Running, me).Path;
            if (!await directory.TryRename(new StateFile(point, PointState.ToRun).Path, claim).ConfigureAwait(false))
                continue;
            await Task.Delay(LengthOfPoint(), time).ConfigureAwait(false);
            await directory.Write(SweepLayout.Result(point), Result(point)).ConfigureAwait(false);
            await directory.TryRename(claim, new StateFile(point, PointState.Finished).Path).ConfigureAwait(false);
            Finished++;
        }
    }

    private async Task Beat(string me, ValueTask first)
    {
        await first.ConfigureAwait(false);
        for (var beat = 1; ; beat++)
        {
            var record = new WorkerRecord
            {
                Worker = new WorkerIdentity(me, "other", Boot: null, PidNamespace: null, ProcessId: 1, ProcessStart: null),
                Beat = beat,
                IntervalSeconds = options.HeartbeatInterval.TotalSeconds,
                State = WorkerStates.Running,
                Running = [],
                Finished = 0,
                Errors = 0,
                BusySeconds = 0,
                Started = time.GetUtcNow(),
                Updated = time.GetUtcNow(),
            };
            var json = JsonSerializer.SerializeToUtf8Bytes(record, SweepJson.Readable.WorkerRecord);
            await directory.Write(SweepLayout.Worker(me), json).ConfigureAwait(false);
            await Task.Delay(options.HeartbeatInterval, time).ConfigureAwait(false);
        }
    }
}
