namespace MultiRunner.Tests.Faults;

/// <summary>Workers that are told to end: they give their points back, and no attempt is counted.</summary>
[Collection(OneByOne.Name)]
public sealed class TerminatedWorkersTests
{
    private const int Sigterm = 128 + 15;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_signal_gives_the_points_back(bool terminate)
    {
        using var root = new TempRoot();
        var sweep = new SharedSweep(root, "Slow.Run");
        await using var told = sweep.Join();
        await sweep.Until(s => s.RunningIn(told.Id).Count > 0, "a point");
        var point = sweep.RunningIn(told.Id).Single();

        if (terminate)
            told.Terminate();
        else
            told.Interrupt();
        var clock = TimeProvider.System.GetTimestamp();
        var exit = await told.Exit();

        // Slurm and Kubernetes send SIGKILL 30 s later.
        Assert.InRange(TimeProvider.System.GetElapsedTime(clock).TotalSeconds, 0, 30);
        Assert.True(terminate ? exit.ExitCode == Sigterm : exit.ExitCode is not (0 or > 128), $"{exit.ExitCode}\n{exit.Console}");
        Assert.DoesNotContain("this process ends before", exit.Console, StringComparison.Ordinal);
        Assert.Contains($"{point}_to_run", sweep.States);
        Assert.DoesNotContain(sweep.States, name => name.Contains("_running", StringComparison.Ordinal));
        var end = SweepSnapshot.Take(Path.Combine(root.Sweeps, "Subjects.Slow.Run"));
        Assert.Empty(end.Attempts);
        Assert.Contains("\"exited\"", end[$"workers/{end.Names("workers/").Single()}"], StringComparison.Ordinal);
        Assert.DoesNotContain(end.Names(""), path => path != "ini/.extend" && path.Contains("/.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_signal_gives_the_points_back_although_the_experiment_takes_every_thread_of_the_pool()
    {
        using var root = new TempRoot();
        var sweep = new SharedSweep(root, "Slow.Starving");
        await using var told = sweep.Join();
        await sweep.Until(s => s.Executions > 0, "a point");
        var point = sweep.RunningIn(told.Id).Single();

        told.Terminate();
        var exit = await told.Exit();

        Assert.Equal(Sigterm, exit.ExitCode);
        Assert.Contains($"{point}_to_run", sweep.States);
    }

    [Fact]
    public async Task Others_finish_what_was_given_back()
    {
        using var root = new TempRoot();
        var sweep = new SharedSweep(root, "Quick.Run");
        (string, string?)[] environment = [("MULTIRUNNER_SPECULATION", "Never")];
        await using var stays = sweep.Join(environment);
        await using var told = sweep.Join(environment);
        await sweep.Until(s => s.RunningIn(told.Id).Count > 0, "a point of the second worker");

        told.Terminate();
        var exits = await Task.WhenAll(stays.Exit(), told.Exit());

        Assert.Equal([0, Sigterm], exits.Select(exit => exit.ExitCode));
        Assert.Empty(sweep.AssertComplete(200).Attempts);
        Assert.InRange(sweep.Executions, 200, 201);
    }
}
