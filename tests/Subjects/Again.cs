using System.Globalization;
using MultiRunner;

namespace Subjects;

/// <summary>Points that go on from a checkpoint, and whose code is mended between two runs.</summary>
public class Again
{
    /// <summary>Returns what the checkpoint says, in no time. Without one it computes: n, or what the mended code makes of it.</summary>
    [SweepTheory]
    public int Resumed([Values(1, 2, 3)] int n)
    {
        Executions.Note();
        var checkpoint = Path.Combine(Sweep.Current.CheckpointDirectory, "model.txt");
        if (File.Exists(checkpoint))
            return int.Parse(File.ReadAllText(checkpoint), CultureInfo.InvariantCulture);
        var result = n * (Environment.GetEnvironmentVariable("SUBJECTS_MENDED") is null ? 1 : 10);
        File.WriteAllText(checkpoint, result.ToString(CultureInfo.InvariantCulture));
        return result;
    }
}
