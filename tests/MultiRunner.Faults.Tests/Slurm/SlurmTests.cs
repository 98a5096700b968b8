using System.Globalization;
using MultiRunner.Tests.Faults;

namespace MultiRunner.Tests.Slurm;

/// <summary>
/// The batch script of samples/slurm, as it is, under a real Slurm. But for the first test its tasks run
/// <c>Slow.Stuck</c>: who comes to the last point first is stuck there for ever, and whoever comes next is not.
/// </summary>
[Collection(OneCluster.Name)]
public sealed class SlurmTests(SlurmCluster cluster)
{
    private const int Last = 5;

    [Fact]
    public async Task The_tasks_of_an_array_build_for_themselves_and_share_a_sweep()
    {
        await cluster.Up();
        using var root = new TempRoot();
        var sweep = new SharedSweep(root, "Training.Train");
        var checkout = await Checkout.Make("Training.cs", Path.Combine(root.Reports, "project"), Path.Combine(root.Reports, "packages"));
        await using var array = await cluster.Submit("0-1", root, checkout.Path, sweep, ("SUBJECTS_WORKERS", "2"), ("NUGET_PACKAGES", checkout.Restored));

        await array.Until(0, "COMPLETED");
        await array.Until(1, "COMPLETED");

        const int points = 18;
        var end = sweep.AssertFinished(points);
        Assert.Empty(end.Attempts);
        Assert.Equal(points, sweep.Executions);
        var workers = Enumerable.Range(0, points).Select(n => end.Result(n).GetProperty("worker").GetString()!).Distinct().Order(StringComparer.Ordinal);
        Assert.Collection(
            workers.OrderBy(id => id.Split('-')[^3], StringComparer.Ordinal),
            id => Assert.Matches($"^node-[12]{array.NameOf(0)}[0-9]+-[0-9a-f]{{4}}$", id),
            id => Assert.Matches($"^node-[12]{array.NameOf(1)}[0-9]+-[0-9a-f]{{4}}$", id));
        Assert.Empty(Directory.EnumerateFileSystemEntries(array.Scratch));

        // Each task has built for itself, and both builds are the same.
        Assert.Single(Enumerable.Range(0, points).Select(n => end.Result(n).GetProperty("assembly").GetProperty("moduleId").GetString()).Distinct());
    }

    [Fact]
    public async Task A_cancelled_task_gives_its_point_back_and_the_other_one_finishes_it()
    {
        await cluster.Up();
        using var root = new TempRoot();
        var sweep = new SharedSweep(root, "Slow.Stuck");
        await using var array = await SubmitStuck("0-1", root, sweep);
        var stuck = await UntilStuck(array, sweep);
        await sweep.Until(s => Directory.GetFiles(Path.Combine(s.Directory, "workers"), $"*{array.NameOf(1 - stuck)}*.json").Length == 1, "the other worker");

        await array.Cancel(stuck);
        await array.Until(stuck, "CANCELLED");
        Assert.Empty(array.Processes(stuck));

        await array.Until(1 - stuck, "COMPLETED");
        AssertGivenBack(sweep, array, stuck);
    }

    [Fact]
    public async Task A_requeued_task_goes_on()
    {
        await cluster.Up();
        using var root = new TempRoot();
        var sweep = new SharedSweep(root, "Slow.Stuck");
        await using var array = await SubmitStuck("0", root, sweep);
        await UntilStuck(array, sweep);

        await array.Requeue(0);
        await array.Until(0, "PENDING");
        Assert.Empty(array.Processes(0));
        Assert.Contains($"{Last}_to_run", sweep.States);

        await StartAgain(array);
        AssertGivenBack(sweep, array, 0);
    }

    [Fact]
    public async Task A_task_that_comes_near_its_time_limit_gives_its_point_back_and_requeues_itself()
    {
        await cluster.Up();
        using var root = new TempRoot();
        var sweep = new SharedSweep(root, "Slow.Stuck");
        await using var array = await SubmitStuck("0", root, sweep);
        await UntilStuck(array, sweep);

        // Only now, for Slurm warns no worker that it has not started, and it may warn a minute early.
        await array.Update(0, "TimeLimit=1");
        await array.Until(0, "PENDING");
        Assert.Empty(array.Processes(0));
        Assert.Contains($"{Last}_to_run", sweep.States);
        Assert.Contains("Back to the queue.", array.LogOf(0), StringComparison.Ordinal);

        await StartAgain(array);
        AssertGivenBack(sweep, array, 0);
    }

    private Task<SlurmArray> SubmitStuck(string tasks, TempRoot root, SharedSweep sweep) =>
        cluster.Submit(tasks, root, SubjectRunner.CommandLine(Host.Executable, root, "", "").Command[0], sweep);

    /// <summary>Waits until a task is stuck at the last point, which may be the first that it tries, and returns its number.</summary>
    private static async Task<int> UntilStuck(SlurmArray array, SharedSweep sweep)
    {
        await sweep.Until(s => File.Exists(Path.Combine(s.Directory, "checkpoints", $"{Last}", "stuck")), "a worker that is stuck");
        var claim = Assert.Single(sweep.States, name => name.StartsWith($"{Last}_running.", StringComparison.Ordinal));
        var task = int.Parse(claim.Split('-')[^3], CultureInfo.InvariantCulture);
        Assert.Contains(array.NameOf(task), claim, StringComparison.Ordinal);
        Assert.NotEmpty(array.Processes(task));
        return task;
    }

    /// <summary>
    /// Without the two minutes for which Slurm lets a task wait after its requeue, but not within the same second. A node compares whole
    /// seconds: it takes a start in the second of the requeue for the start that it was told to end, refuses it, and the task has failed.
    /// </summary>
    private static async Task StartAgain(SlurmArray array)
    {
        await array.Update(0, "StartTime=now+3");
        await array.Until(0, "COMPLETED");
        Assert.Contains(" Restarts=1 ", await array.Show(0), StringComparison.Ordinal);

        // The log goes on where it was.
        Assert.Equal(2, array.LogOf(0).Split("Starting:").Length - 1);
    }

    /// <summary>The sweep is complete; only the stuck execution was repeated, and it counts as no attempt.</summary>
    private static void AssertGivenBack(SharedSweep sweep, SlurmArray array, int stuck)
    {
        var end = sweep.AssertComplete(Last + 1);
        Assert.Empty(end.Attempts);
        Assert.Equal(Last + 2, sweep.Executions);
        Assert.Equal(2, end.Names("workers/").Count);
        Assert.All(end.Names("workers/").Where(name => name.Contains(array.NameOf(stuck), StringComparison.Ordinal)), name => Assert.Contains("\"exited\"", end[$"workers/{name}"], StringComparison.Ordinal));
    }
}
