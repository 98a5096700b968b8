using MultiRunner;

namespace Subjects;

/// <summary>The directories of an attempt and of a point.</summary>
public class Files
{
    /// <summary>The first attempt saves a checkpoint and an artifact, then fails; the second goes on from there.</summary>
    [SweepTheory]
    public int Artifacts_and_checkpoints([Values(1)] int n)
    {
        var checkpoint = Path.Combine(Sweep.Current.CheckpointDirectory, "epoch.txt");
        var resumed = File.Exists(checkpoint);
        File.WriteAllText(checkpoint, "7");
        File.WriteAllText(Path.Combine(Sweep.Current.ArtifactsDirectory, resumed ? "second.txt" : "first.txt"), $"n = {n}");
        return resumed ? n : throw new InvalidOperationException("Killed after the checkpoint.");
    }
}
