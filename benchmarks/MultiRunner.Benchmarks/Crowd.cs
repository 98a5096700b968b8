using System.Globalization;
using System.Text;
using System.Text.Json;
using MultiRunner.Format;
using MultiRunner.Storage;

namespace MultiRunner.Benchmarks;

/// <summary>
/// Workers that are not played by the real code, since a thousand tables of a million points do not fit into memory: they claim points,
/// finish them after a while, and beat. They never list, run no duplicate, and take no claim of a dead worker back. One more of them holds
/// a point that never ends, if the plan has one.
/// </summary>
internal sealed class Crowd
{
    private const string Endless = "endless-1-0000";

    private readonly FleetPlan plan;
    private readonly ISharedDirectory directory;
    private readonly SimulatedTime time;
    private readonly FleetLog log;
    private readonly Random random;
    private readonly CrowdMember[] members;
    private readonly int[] order;
    private int next;

    public Crowd(FleetPlan plan, ISharedDirectory directory, SimulatedTime time, FleetLog log, Random random)
    {
        this.plan = plan;
        this.directory = directory;
        this.time = time;
        this.log = log;
        this.random = random;
        order = [.. Enumerable.Range(0, plan.Points)];
        members = [.. Enumerable.Range(plan.Played, plan.Workers - plan.Played).Select(number => new CrowdMember(number, Id(number)))];

        // Among themselves they never meet; those who are played meet them all in the order that they share.
        if (plan.Order == Order.Shuffled)
            random.Shuffle(order);
    }

    /// <summary>How many workers there are.</summary>
    public int Count => members.Length;

    /// <summary>A result that says no more than it must.</summary>
    public static byte[] Result(int point, string worker) =>
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{{\"point\":{point},\"worker\":\"{worker}\"}}"));

    /// <summary>What they do from the beginning on: they beat.</summary>
    public IEnumerable<Task> Show()
    {
        if (plan.HasEndlessPoint)
            yield return HoldForEver();
        foreach (var member in members)
            yield return Beat(member);
    }

    /// <summary>What they do when the sweep begins: they run points.</summary>
    public IEnumerable<Task> Work() => members.Select(Work);

    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"other-{number}-0000");

    private async Task HoldForEver()
    {
        await directory.Write(new StateFile(plan.Points, PointState.Running, Endless).Path, "{}"u8.ToArray()).ConfigureAwait(false);
        await Beat(new CrowdMember(plan.Workers, Endless)).ConfigureAwait(false);
    }

    private async Task Work(CrowdMember me)
    {
        var death = time.Elapsed + plan.Life(random);
        var owed = TimeSpan.Zero;
        while (next < order.Length)
        {
            var point = order[next++];
            var claim = new StateFile(point, PointState.Running, me.Id).Path;
            if (!await directory.TryRename(new StateFile(point, PointState.ToRun).Path, claim).ConfigureAwait(false))
            {
                owed += plan.Prices.Small;
                continue;
            }

            log.Begin(point);
            me.Takes(point, time.Elapsed);
            var length = plan.LengthOn(me.Number, random) + plan.Prices.Point + owed;
            owed = TimeSpan.Zero;
            if (time.Elapsed + length >= death)
            {
                await Task.Delay(death - time.Elapsed, time).ConfigureAwait(false);
                me.IsDead = true;
                log.Die(time.Elapsed - me.Since);
                return;
            }

            await Task.Delay(length, time).ConfigureAwait(false);
            await Finish(me, point, claim).ConfigureAwait(false);
        }
    }

    /// <summary>Commit, publish and seal in one moment. If a duplicate was faster, or the claim was taken back, the result does not count.</summary>
    private async ValueTask Finish(CrowdMember me, int point, string claim)
    {
        if (await directory.TryRename(claim, new StateFile(point, PointState.Finished).Path).ConfigureAwait(false))
        {
            await directory.Write(SweepLayout.Result(point), Result(point, me.Id)).ConfigureAwait(false);
            log.Finish(time.Elapsed - me.Since);
        }

        me.Ends(time.Elapsed);
    }

    private async Task Beat(CrowdMember me)
    {
        var interval = plan.Options.HeartbeatInterval;
        while (!me.IsDead)
        {
            var json = JsonSerializer.SerializeToUtf8Bytes(me.NextBeat(interval, time), SweepJson.Readable.WorkerRecord);
            await directory.Write(SweepLayout.Worker(me.Id), json).ConfigureAwait(false);
            await Task.Delay(interval, time).ConfigureAwait(false);
        }
    }
}
