using MultiRunner;

namespace Subjects;

/// <summary>Each point records how many points its process was running while it ran.</summary>
public class Parallel
{
    [SweepTheory]
    public async Task Run([Range(1, 12, 1)] int n)
    {
        Executions.Note();
        var sweep = Directory.GetParent(Sweep.Current.CheckpointDirectory)!.Parent!.FullName;
        for (var look = 0; look < 4; look++)
        {
            await Task.Delay(25);
            Sweep.Current.Record("running", Directory.GetFiles(Path.Combine(sweep, "ini"), "*_running.*").Length, look);
        }
    }
}
