namespace MultiRunner.Tests.NetworkFileSystems;

/// <summary>What a user does who has several machines and no batch system: <c>dotnet test</c> on each, in one checkout.</summary>
[Collection(Servers.Name)]
public sealed class HostsTests(Hosts hosts)
{
    private const int Points = 160;

    [Fact]
    public async Task Two_hosts_build_and_run_one_checkout_and_one_of_them_is_cut_off()
    {
        await hosts.Up();
        var checkout = await hosts.CheckOut();
        using var root = hosts.RootOf(checkout);
        var sweep = new SharedSweep(root, "Steady.Run");
        await using var first = Start(1);
        await using var second = Start(2);
        await sweep.Until(_ => On(1) >= 2 && On(2) >= 2, "two points on each host");

        // For longer than the lease; the other host goes on.
        await hosts.Cut(2);
        var (stays, leaves) = (On(1), On(2));
        await Task.Delay(TimeSpan.FromSeconds(12), TestContext.Current.CancellationToken);
        Assert.InRange(On(1), stays + 2, Points);
        Assert.InRange(On(2), leaves, leaves + 1);
        await hosts.Join(2);
        var exits = await Task.WhenAll(first.Exit(), second.Exit());

        Assert.All(exits, exit => Assert.True(exit.ExitCode == 0, exit.Console));
        Assert.All(exits, exit => Assert.Equal(Points, exit.Report!.Tests.Count));
        Assert.All(exits, exit => Assert.Empty(exit.Report!.With(TestOutcome.Failed)));

        // Both came at the same moment, so one waited for the other's build.
        Assert.Single(exits, exit => exit.Console.Contains("Waiting for another build or restore of this project", StringComparison.Ordinal));

        // A host has one point at a time: the cut costs one execution, and nothing else is run again.
        var end = sweep.AssertComplete(Points);
        Assert.InRange(sweep.Executions, Points, Points + 1);
        Assert.InRange(end.Attempts.Count, 0, 1);
        Assert.All(end.Attempts, attempt => Assert.Equal("crash", attempt.GetProperty("kind").GetString()));
        var workers = Enumerable.Range(0, Points).Select(n => (Host: end.Result(n).GetProperty("host").GetString()!, Worker: end.Result(n).GetProperty("worker").GetString()!)).ToHashSet();
        Assert.Equal(["host-1", "host-2"], workers.Select(w => w.Host).Order());
        Assert.All(workers, w => Assert.StartsWith($"{w.Host}-", w.Worker, StringComparison.Ordinal));

        WorkerProcess Start(int host) => hosts.Start(host, checkout, root, ("MULTIRUNNER_SPECULATION", "Never"), ("MULTIRUNNER_LEASE", "10"), ("SUBJECTS_WORKERS", "2"));

        int On(int host) => Directory.GetFiles(root.Executions, $"*.host-{host}-*").Length;
    }
}
