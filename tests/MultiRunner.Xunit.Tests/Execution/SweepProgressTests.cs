using Microsoft.Extensions.Time.Testing;
using MultiRunner.Execution;
using MultiRunner.Format;
using MultiRunner.Storage;

namespace MultiRunner.Tests.Execution;

/// <summary>What a line of progress says.</summary>
public sealed class SweepProgressTests : IDisposable
{
    private static readonly Objective Loss = new("loss", Maximize: false);

    private readonly string directory = Directory.CreateTempSubdirectory("multirunner-").FullName;
    private readonly FakeTimeProvider time = new();

    [Fact]
    public async Task It_counts_the_points_of_this_run_and_tells_the_rate_since_it_began()
    {
        var progress = Of([0, 1, 2, 3, 4, 5, 6], resolved: 1, Loss);
        Points("0_finished", "1_finished.a-1-2.1", "2_failed", "3_running.a-1-2", "4_running.b-1-2", "5_to_run", "6_to_run", "7_finished");
        time.Advance(TimeSpan.FromMinutes(1));
        foreach (var loss in (double[])[0.5, double.NaN, 0.25, 0.75])
            progress.Note(new Dictionary<string, double> { ["loss"] = loss });

        Assert.Equal(
            ("Ns.Train: 2 of 7 points finished, 1 failed, 2 running, about 2 min 0 s left; best value here so far: loss = 0.25", 2),
            await progress.Read());
    }

    [Fact]
    public async Task Without_progress_since_it_began_the_time_left_is_not_known()
    {
        Points("0_finished", "1_to_run");

        Assert.Equal(("Ns.Train: 1 of 2 points finished, 0 failed, 0 running, time left not known yet", 0), await Of([0, 1], resolved: 1, Loss).Read());
    }

    [Fact]
    public async Task A_complete_sweep_has_no_time_left()
    {
        Points("0_finished", "1_failed");

        Assert.Equal(("Ns.Train: 1 of 2 points finished, 1 failed, 0 running", 0), await Of([0, 1], resolved: 0, objective: null).Read());
    }

    public void Dispose() => Directory.Delete(directory, recursive: true);

    private SweepProgress Of(int[] points, int resolved, Objective? objective) =>
        new("Ns.Train", new FileSystemDirectory(directory), points, resolved, objective, time);

    private void Points(params string[] names)
    {
        Directory.CreateDirectory(Path.Combine(directory, "ini"));
        foreach (var name in names)
            File.WriteAllText(Path.Combine(directory, "ini", name), "");
    }
}
