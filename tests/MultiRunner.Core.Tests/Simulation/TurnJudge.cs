using MultiRunner.Format;

namespace MultiRunner.Core.Tests.Simulation;

/// <summary>Knows what must hold of workers that start together: one makes the directory, and nobody leaves the turn behind.</summary>
internal sealed class TurnJudge(World world)
{
    private readonly HashSet<string> constructions = new(StringComparer.Ordinal);

    /// <summary>A worker made a directory.</summary>
    public void Made(string path)
    {
        if (path.StartsWith(SweepLayout.IniUnderConstruction(""), StringComparison.Ordinal))
            constructions.Add(path);
    }

    /// <summary>What must hold when every worker has left or died.</summary>
    public void ExpectEndOfWorkers()
    {
        var isAnnounced = world.Options.FewestAnnounced <= world.Builds[0];
        if (isAnnounced && world.Faults.EachPointOnce && world.Faults.IsCoherent && constructions.Count > 1)
            world.Violate($"ini was built by {constructions.Count} workers, although nobody died or fell silent");
    }

    /// <summary>What must hold at the very end: whoever had the turn gave it back, unless it died, or was taken for dead.</summary>
    public void ExpectNoTurn()
    {
        var announcements = world.Files.In(SweepLayout.Making).Keys;
        var makers = world.Workers.Where(w => announcements.Contains(SweepLayout.NameOfMaker(w.Id)));
        if (world.Faults.IsCoherent && announcements.Count > 0 && !makers.Any(w => w.IsDead || w.Client.HasFailed || w.WasSilent))
            world.Violate($"the turn of {string.Join(", ", announcements)} is left over");
    }
}
