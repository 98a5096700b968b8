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

    /// <summary>The first attempt ends after three epochs of six; the second goes on from its checkpoint.</summary>
    [SweepTheory(Minimize = "loss")]
    public void Resumed_curve([Values(1)] int n)
    {
        var checkpoint = Path.Combine(Sweep.Current.CheckpointDirectory, "epoch.txt");
        var done = File.Exists(checkpoint) ? File.ReadAllLines(checkpoint).Length : 0;
        for (var epoch = done + 1; epoch <= 6; epoch++)
        {
            Sweep.Current.Record("loss", n / (double)epoch, step: epoch);
            File.AppendAllLines(checkpoint, [$"epoch {epoch}"]);
            if (epoch == 3)
                throw new InvalidOperationException("Killed after the third epoch.");
        }
    }

    /// <summary>One point makes a directory that its own user may not write, with a file in it, and fails.</summary>
    [SweepTheory]
    public int Locked([Values(1, 2, 3, 4)] int n)
    {
        var locked = Directory.CreateDirectory(Path.Combine(Sweep.Current.ArtifactsDirectory, "cache")).FullName;
        File.WriteAllText(Path.Combine(locked, "model"), $"n = {n}");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(locked, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return n == 2 ? throw new InvalidOperationException("the real reason") : n;
    }

    /// <summary>The first attempt does not listen to its timeout, and writes on while the second runs.</summary>
    [SweepTheory(Timeout = 1000)]
    public async Task<int> Abandoned([Values(1)] int n)
    {
        var directory = Sweep.Current.ArtifactsDirectory;
        if (Sweep.Current.Attempt > 1)
        {
            await Task.Delay(300);
            await File.WriteAllTextAsync(Path.Combine(directory, "second.txt"), $"n = {n}");
            return n;
        }

        while (true)
        {
            await Task.Delay(10);
            Directory.CreateDirectory(directory);
            await File.WriteAllTextAsync(Path.Combine(directory, "first.txt"), $"n = {n}");
        }
    }
}
