using System.Globalization;
using System.Text.RegularExpressions;

namespace MultiRunner.Tests.NetworkFileSystems;

/// <summary>
/// A full disk behind GlusterFS: writes succeed, for they are delayed, and only fsync says that there was no room.
/// </summary>
[Collection(Servers.Name)]
public sealed partial class FullGlusterTests(Gluster files)
{
    private const int Points = 16;

    [Fact]
    public async Task A_result_that_does_not_fit_is_not_published_and_the_sweep_goes_on_when_there_is_room()
    {
        await files.Up();
        using var root = files.MakeSmallRoot();
        var sweep = new SharedSweep(root, "Large.Run");

        var full = await RunTwo(sweep, root);

        Assert.All(full, AssertStoppedByFullDisk);
        var finished = AssertOnlyWholeResults(root);
        Assert.InRange(finished, 1, Points - 1);
        Assert.Equal(finished, full.Sum(exit => exit.Report!.With(TestOutcome.Passed).Count));

        await files.Grow();
        var roomy = await RunTwo(sweep, root);

        Assert.All(roomy, exit => Assert.True(exit.ExitCode == 0, exit.Console));
        Assert.Equal(Points, AssertOnlyWholeResults(root));
        Assert.Equal(Points - finished, roomy.Sum(exit => exit.Report!.With(TestOutcome.Passed).Count));
    }

    private async Task<WorkerExit[]> RunTwo(SharedSweep sweep, TempRoot root)
    {
        await using var w1 = sweep.Join(files.FirstSmall(root), ("MULTIRUNNER_SPECULATION", "Never"));
        await using var w2 = sweep.Join(files.SecondSmall(root), ("MULTIRUNNER_SPECULATION", "Never"));
        return await Task.WhenAll(w1.Exit(), w2.Exit());
    }

    private static void AssertStoppedByFullDisk(WorkerExit exit)
    {
        Assert.Equal(1, exit.ExitCode);
        var failed = exit.Report!.With(TestOutcome.Failed);

        // A worker that starts late may find the disk full before it has joined: then the first case says so, and the others
        // point to it.
        Assert.Contains(failed, test => FullDisk().IsMatch(test.Message));
        Assert.All(failed, test => Assert.True(FullDisk().IsMatch(test.Message) || test.Message.StartsWith("NotRun : not run: the sweep could not be started", StringComparison.Ordinal), test.Message));
    }

    [GeneratedRegex(@"^(NotRun : not run: this worker stopped before it reached this point: the sweep directory failed|MultiRunner\.SharedDirectoryException) ?: (fsync|write|close|create) of '\S+' failed: No space left on device \(error 28\)$")]
    private static partial Regex FullDisk();

    /// <summary>The state of each point and its result agree, and every result is whole. Returns how many are finished.</summary>
    private static int AssertOnlyWholeResults(TempRoot root)
    {
        var sweep = SweepSnapshot.Take(Path.Combine(root.Sweeps, "Subjects.Large.Run"));
        Assert.Equal(Points, sweep.States.Count);
        Assert.All(sweep.States, state => Assert.Matches("^[0-9]+_(finished|to_run)$", state));
        var finished = sweep.States.Where(state => state.EndsWith("_finished", StringComparison.Ordinal)).Select(state => $"{state.Split('_')[0]}.json").ToList();
        Assert.Equal(finished.Order(StringComparer.Ordinal), sweep.Results);
        Assert.All(finished, name => Assert.Equal(400_000, sweep.Result(int.Parse(name.Split('.')[0], CultureInfo.InvariantCulture)).GetProperty("details").GetProperty("result").GetString()!.Length));
        Assert.Empty(sweep.Attempts);
        return finished.Count;
    }
}
