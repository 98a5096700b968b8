using System.Globalization;

namespace MultiRunner.Tests.Windows;

/// <summary>Workers that run on Windows, alone and with others, also with workers on Linux.</summary>
[Collection(OneWine.Name)]
public sealed class WindowsWorkersTests(Wine wine)
{
    private const int Points = 200;

    private static readonly (string Name, string? Value) NoDuplicates = ("MULTIRUNNER_SPECULATION", "Never");

    [Fact]
    public async Task One_worker_runs_all_and_a_second_run_has_nothing_to_do()
    {
        using var root = new TempRoot();
        var sweep = new SharedSweep(root, "Training.Train");

        await AssertSucceeds(await wine.Start(root, sweep.Filter));

        sweep.AssertFinished(18);
        Assert.Equal(18, sweep.Executions);
        AssertNoLeftovers(sweep);
        Assert.DoesNotContain(
            Directory.EnumerateFiles(sweep.Directory, "*", SearchOption.AllDirectories),
            path => File.ReadAllText(path).Contains('\r', StringComparison.Ordinal));
        Assert.StartsWith("Subjects.Training.Train: 18 of 18 points finished", await ReadReport(sweep), StringComparison.Ordinal);

        await AssertSucceeds(await wine.Start(root, sweep.Filter));
        Assert.Equal(18, sweep.Executions);
    }

    [Fact]
    public async Task Three_workers_run_each_point_once()
    {
        using var root = new TempRoot();
        var sweep = new SharedSweep(root, "Quick.Run");
        WorkerProcess[] workers = [await wine.Start(root, sweep.Filter, NoDuplicates), await wine.Start(root, sweep.Filter, NoDuplicates), await wine.Start(root, sweep.Filter, NoDuplicates)];

        foreach (var worker in workers)
            await AssertSucceeds(worker);

        var end = sweep.AssertComplete(Points);
        Assert.Equal(Points, sweep.Executions);
        Assert.Empty(end.Attempts);
        Assert.Equal(3, WorkersOf(end).Count);
    }

    /// <summary>Without duplicates, so that the point of the dead worker waits until its death is known: at once, and not after the lease.</summary>
    [Fact]
    public async Task A_worker_of_the_same_machine_that_is_killed_is_known_to_be_dead_at_once()
    {
        using var root = new TempRoot();
        var sweep = new SharedSweep(root, "Quick.Run");
        (string, string?)[] patient = [NoDuplicates, ("MULTIRUNNER_LEASE", "600")];
        await using var victim = await wine.Start(root, sweep.Filter, patient);
        var survivor = await wine.Start(root, sweep.Filter, patient);
        await sweep.Until(s => s.Executions > 20, "some points");

        victim.Kill();
        await victim.Exit();
        await AssertSucceeds(survivor);

        var end = sweep.AssertFinished(Points);
        Assert.InRange(sweep.Executions, Points, Points + 1);
        Assert.All(end.Attempts, attempt => Assert.Equal("crash", attempt.GetProperty("kind").GetString()));
    }

    [Fact]
    public async Task Ctrl_C_gives_the_points_back()
    {
        using var root = new TempRoot();
        var sweep = new SharedSweep(root, "Quick.Run");
        await using var worker = await wine.Start(root, sweep.Filter);
        await sweep.Until(s => s.Executions > 5, "some points");

        worker.Interrupt();
        var exit = await worker.Exit();

        Assert.NotEqual(0, exit.ExitCode);
        Assert.DoesNotContain(sweep.States, name => name.Contains("_running", StringComparison.Ordinal));
        Assert.Contains(sweep.States, name => name.EndsWith("_to_run", StringComparison.Ordinal));
        sweep.AssertNothingHalfDone();
    }

    [Fact]
    public async Task Workers_on_Windows_and_on_Linux_share_a_sweep()
    {
        using var root = new TempRoot();
        var sweep = new SharedSweep(root, "Quick.Run");
        var windows = await wine.Start(root, sweep.Filter, NoDuplicates, ("SUBJECTS_WORKERS", "2"));
        var linux = sweep.Join(NoDuplicates, ("SUBJECTS_WORKERS", "2"));

        await AssertSucceeds(windows);
        await AssertSucceeds(linux);

        var end = sweep.AssertComplete(Points);
        Assert.Equal(Points, sweep.Executions);
        Assert.Equal(2, WorkersOf(end).Count);
    }

    [Fact]
    public async Task Sweeps_whose_names_differ_in_case_alone_have_directories_of_their_own()
    {
        using var root = new TempRoot();

        await AssertSucceeds(await wine.Start(root, "FullyQualifiedName~Subjects.Names"));

        var directories = Directory.GetDirectories(root.Sweeps).Select(Path.GetFileName).ToList();
        Assert.Equal(4, directories.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(directories, name => Assert.Equal(2, Directory.GetFiles(Path.Combine(root.Sweeps, name!, "results"), "*.json").Length));
    }

    private static async Task AssertSucceeds(WorkerProcess worker)
    {
        await using (worker)
        {
            var exit = await worker.Exit();
            Assert.True(exit.ExitCode == 0, $"Exit code {exit.ExitCode.ToString(CultureInfo.InvariantCulture)}:\n{exit.Console}");
        }
    }

    private static void AssertNoLeftovers(SharedSweep sweep) =>
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(sweep.Directory, "*", SearchOption.AllDirectories), path => Path.GetFileName(path)[0] == '.');

    private static Task<string> ReadReport(SharedSweep sweep) =>
        File.ReadAllTextAsync(Path.Combine(sweep.Directory, "report", "report.txt"), TestContext.Current.CancellationToken);

    private static HashSet<string> WorkersOf(SweepSnapshot end) =>
        [.. Enumerable.Range(0, Points).Select(point => end.Result(point).GetProperty("worker").GetString()!)];
}
