using MultiRunner.Format;
using MultiRunner.Protocol;
using MultiRunner.Repair;
using MultiRunner.Storage;

namespace MultiRunner.Core.Tests.Simulation;

/// <summary>Somebody runs <c>multirunner rerun</c> for some of the points, whatever state they are in.</summary>
internal sealed class SimulatedRerun(World world, string id, Faults faults) : SimulatedProcess(world, id, faults)
{
    /// <summary>The points that it has in hand.</summary>
    public IReadOnlyList<int> Points { get; private set; } = [];

    /// <summary>Its id in state files.</summary>
    public string ToolId { get; } = new WorkerIdentity(id, id, null, null, 1, null).AsTool().Id;

    public async void Start()
    {
        try
        {
            await Rerun().ConfigureAwait(false);
        }
        catch (Exception e) when (e is SweepDirectoryException || (e is SharedDirectoryException && Client.HasFailed))
        {
            World.Trace.Add(this, "gives up:", e.Message);
        }
        catch (Exception e)
        {
            World.Violate($"{Id} threw {e}");
        }

        HasLeft = true;
    }

    protected override void Died()
    {
        // Whoever started it starts it again.
        if (World.Dice.Chance(0.5))
            World.Rerun(World.Dice.Seconds(0, 20));
    }

    private async ValueTask Rerun()
    {
        TimeProvider clock = World.Mutation?.Clock?.Invoke(Clock) ?? Clock;
        var directory = World.Mutation?.Wrap?.Invoke(Patient, ToolId) ?? Patient;
        if (await ManifestReader.ReadNewest(directory).ConfigureAwait(false) is not { } manifest)
            return;
        var identity = new WorkerIdentity(Id, Id, Boot: null, PidNamespace: null, ProcessId: 1, ProcessStart: null);
        var rerun = new SweepRerun(directory, manifest, identity, World.Options, clock);
        await rerun.Prepare().ConfigureAwait(false);
        Points = [.. manifest.Current.Where(_ => World.Dice.Chance(0.7))];
        foreach (var point in await rerun.Run(Points).ConfigureAwait(false))
            World.Trace.Add(this, "reports", point.Outcome.ToString(), SweepLayout.Result(point.Point));
    }
}
