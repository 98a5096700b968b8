namespace MultiRunner.Tests.Faults;

/// <summary>Workers that are stopped with SIGSTOP, as a machine that sleeps or swaps stops them, and continued later.</summary>
[Collection(OneByOne.Name)]
public sealed class StoppedWorkersTests
{
    [Fact]
    public async Task One_that_is_stopped_for_longer_than_its_lease_loses_its_points_and_nothing_else()
    {
        using var root = new TempRoot();
        var sweep = new SharedSweep(root, "Quick.Run");
        (string, string?)[] environment = [("MULTIRUNNER_LEASE", "2"), ("MULTIRUNNER_SPECULATION", "Never")];
        await using var stopped = sweep.Join(environment);
        await sweep.Until(s => s.RunningIn(stopped.Id).Count > 0, "a point of the first worker");

        stopped.Stop();
        await using var other = sweep.Join(environment);
        var exit = await other.Exit();

        Assert.True(exit.ExitCode == 0, exit.Console);
        var end = sweep.AssertComplete(200, stopped.Id);
        Assert.InRange(end.Attempts.Count(a => a.GetProperty("kind").GetString() == "crash"), 0, 1);
        stopped.Continue();
        var late = await stopped.Exit();
        Assert.True(late.ExitCode == 0, late.Console);
        Assert.Empty(late.Report!.With(TestOutcome.Failed));
        sweep.AssertComplete(200);
        Assert.InRange(sweep.Executions, 200, 201);
    }

    [Fact]
    public async Task One_that_is_stopped_on_its_last_point_is_not_waited_for()
    {
        using var root = new TempRoot();
        var sweep = new SharedSweep(root, "Slow.Run");
        var workers = Enumerable.Range(0, 4).Select(_ => sweep.Join()).ToList();
        try
        {
            await sweep.Until(s => s.States.Count > 0 && !s.States.Any(name => name.EndsWith("_to_run", StringComparison.Ordinal)), "the last claim");
            var stopped = workers.First(w => sweep.RunningIn(w.Id).Count > 0);
            stopped.Stop();
            var point = sweep.RunningIn(stopped.Id).Single();
            var clock = TimeProvider.System.GetTimestamp();

            var exits = await Task.WhenAll(workers.Where(w => w != stopped).Select(w => w.Exit()));

            // Far below the lease of 60 s, which is what it would take without duplicates.
            TestContext.Current.TestOutputHelper!.WriteLine($"The sweep ended {TimeProvider.System.GetElapsedTime(clock).TotalSeconds:F1} s after the stop; a point takes 3 s.");
            Assert.InRange(TimeProvider.System.GetElapsedTime(clock).TotalSeconds, 0, 30);
            Assert.All(exits, exit => Assert.True(exit.ExitCode == 0, exit.Console));
            sweep.AssertComplete(8, stopped.Id);

            stopped.Continue();
            clock = TimeProvider.System.GetTimestamp();
            var late = await stopped.Exit();

            TestContext.Current.TestOutputHelper.WriteLine($"The stopped worker ended {TimeProvider.System.GetElapsedTime(clock).TotalSeconds:F1} s after it was continued.");
            Assert.True(late.ExitCode == 0, late.Console);
            Assert.Equal(TestOutcome.Skipped, late.Report![$"Subjects.Slow.Run(n: {point + 1})"].Outcome);
            sweep.AssertComplete(8);
        }
        finally
        {
            foreach (var worker in workers)
                await worker.DisposeAsync();
        }
    }

    [Fact]
    public async Task One_whose_point_never_ends_leaves_when_another_has_finished_it()
    {
        using var root = new TempRoot();
        var sweep = new SharedSweep(root, "Slow.Stuck");
        await using var first = sweep.Join();
        await using var second = sweep.Join();

        var exits = await Task.WhenAll(first.Exit(), second.Exit());

        Assert.All(exits, exit => Assert.True(exit.ExitCode == 0, exit.Console));
        sweep.AssertComplete(6);
        Assert.Equal(7, sweep.Executions);
        Assert.Equal("6 passed, 6 skipped", new Report(exits.SelectMany(exit => exit.Report!.Tests)).Summary);
    }
}
