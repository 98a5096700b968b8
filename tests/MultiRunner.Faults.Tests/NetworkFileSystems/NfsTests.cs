using System.Globalization;

namespace MultiRunner.Tests.NetworkFileSystems;

/// <summary>Workers on machines of their own, so that nobody can tell from process ids who is alive.</summary>
[Collection(Servers.Name)]
public sealed class NfsTests(Nfs files)
{
    private const int Points = 160;

    private static readonly (string Name, string? Value)[] Settings = [("MULTIRUNNER_SPECULATION", "Never"), ("MULTIRUNNER_LEASE", "10")];

    [Fact]
    public async Task Of_three_machines_one_is_switched_off_and_one_is_cut_off_twice()
    {
        await files.Up();
        using var root = files.MakeRoot();
        var sweep = new SharedSweep(root, "Steady.Run");
        await using var first = files.Start(1, root, sweep.Filter, Settings);
        await using var second = files.Start(2, root, sweep.Filter, Settings);
        await using var third = files.Start(3, root, sweep.Filter, Settings);
        await sweep.Until(_ => On(1) >= 2 && On(2) >= 2 && On(3) >= 2, "two points on each machine");

        // For longer than the lease, and back while there is work.
        await files.Kill(1);
        await files.Cut(2);
        var atCut = On(2);
        await Task.Delay(TimeSpan.FromSeconds(12), TestContext.Current.CancellationToken);
        Assert.InRange(On(2), atCut, atCut + 1);
        await files.Join(2);
        await sweep.Until(_ => On(2) > atCut + 1, "points on the machine that is back");

        // Until the third machine has done everything, the points of the other two among it.
        await files.Cut(2);
        await sweep.Until(s => s.States.All(name => name.EndsWith("_finished", StringComparison.Ordinal)), "the end of the sweep");
        await files.Join(2);

        var exits = await Task.WhenAll(second.Exit(), third.Exit());
        Assert.Equal(137, (await first.Exit()).ExitCode);
        Assert.All(exits, exit => Assert.True(exit.ExitCode == 0, exit.Console));
        Assert.All(exits, exit => Assert.Empty(exit.Report!.With(TestOutcome.Failed)));
        var end = sweep.AssertComplete(Points, KilledProcess());
        Assert.All(end.Attempts, attempt => Assert.Equal("crash", attempt.GetProperty("kind").GetString()));

        // Each machine has one point at a time: the kill and the cuts cost one execution each, and nothing else is run again.
        Assert.InRange(sweep.Executions, Points, Points + 3);
        Assert.InRange(end.Attempts.Count, 0, 3);

        int On(int machine) => Directory.GetFiles(root.Executions, $"*.machine-{machine}-*").Length;

        // The process ids of different machines may be the same, but what is left must be of the first.
        int KilledProcess()
        {
            var leftovers = Directory.GetFiles(root.Sweeps, ".*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }).Where(path => Path.GetFileName(path) != ".extend");
            Assert.All(leftovers, path => Assert.Contains("machine-1-", Path.GetFileName(path), StringComparison.Ordinal));
            var record = Assert.Single(Directory.GetFiles(Path.Combine(root.Sweeps, "Subjects.Steady.Run", "workers"), "machine-1-*.json"));
            return int.Parse(Path.GetFileName(record).Split('-')[2], CultureInfo.InvariantCulture);
        }
    }
}
