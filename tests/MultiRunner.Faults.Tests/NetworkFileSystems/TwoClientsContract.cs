namespace MultiRunner.Tests.NetworkFileSystems;

/// <summary>
/// What holds on every file system: the claims of workers that use two clients race with each other, and each of them may see
/// what the other has long changed.
/// </summary>
[Collection(Servers.Name)]
public abstract class TwoClientsContract(TwoClients files)
{
    private const int Points = 200;

    private static readonly (string Name, string? Value) NoSpeculation = ("MULTIRUNNER_SPECULATION", "Never");

    [Fact]
    public async Task Four_workers_on_two_clients_run_each_point_once()
    {
        await files.Up();
        using var root = files.MakeRoot();
        var sweep = new SharedSweep(root, "Quick.Run");
        await using var w1 = sweep.Join(files.First(root), NoSpeculation);
        await using var w2 = sweep.Join(files.Second(root), NoSpeculation);
        await using var w3 = sweep.Join(files.First(root), NoSpeculation);
        await using var w4 = sweep.Join(files.Second(root), NoSpeculation);

        var exits = await Task.WhenAll(w1.Exit(), w2.Exit(), w3.Exit(), w4.Exit());

        Assert.All(exits, AssertSuccess);
        Assert.Equal(Points, exits.Sum(exit => exit.Report!.With(TestOutcome.Passed).Count));
        var end = sweep.AssertComplete(Points);
        Assert.Empty(end.Attempts);
        Assert.Equal(Points, sweep.Executions);
        Assert.InRange(Enumerable.Range(0, Points).Select(n => end.Result(n, "worker")).Distinct().Count(), 2, 4);
    }

    [Fact]
    public async Task What_a_killed_worker_held_is_finished_through_the_other_client()
    {
        await files.Up();
        using var root = files.MakeRoot();
        var sweep = new SharedSweep(root, "Quick.Run");
        await using var victim = sweep.Join(files.First(root), NoSpeculation);
        await using var w2 = sweep.Join(files.Second(root), NoSpeculation);
        await using var w3 = sweep.Join(files.Second(root), NoSpeculation);

        await sweep.Until(s => s.Executions >= 20 && s.RunningIn(victim.Id).Count > 0, "a point that the victim runs");
        victim.Kill();
        var exits = await Task.WhenAll(w2.Exit(), w3.Exit());

        Assert.Equal(137, (await victim.Exit()).ExitCode);
        Assert.All(exits, AssertSuccess);
        var end = sweep.AssertComplete(Points, victim.Id);
        Assert.All(end.Attempts, attempt => Assert.Equal("crash", attempt.GetProperty("kind").GetString()));
        Assert.InRange(end.Attempts.Count, 0, 1);
        Assert.InRange(sweep.Executions, Points, Points + 1);
    }

    private static void AssertSuccess(WorkerExit exit)
    {
        Assert.True(exit.ExitCode == 0, exit.Console);
        Assert.Empty(exit.Report!.With(TestOutcome.Failed));
    }
}
