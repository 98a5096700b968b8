using System.Globalization;

namespace MultiRunner.Tests.Faults;

/// <summary>Workers that are killed with SIGKILL while others go on and new ones join.</summary>
[Collection(OneByOne.Name)]
public sealed class KilledWorkersTests
{
    [Fact]
    public async Task One_of_four_is_killed_every_second_and_replaced()
    {
        using var root = new TempRoot();
        var sweep = new SharedSweep(root, "Quick.Run");
        var random = new Random();
        await using var crew = new Crew(sweep, 4);
        await sweep.Until(s => s.Executions > 0, "the first point");

        while (sweep.States.Any(name => !name.EndsWith("_finished", StringComparison.Ordinal)))
        {
            await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
            await crew.Replace(random.Next(4));
        }

        await crew.AssertSurvivorsSucceed();
        var end = sweep.AssertComplete(200, crew.Killed);
        Assert.InRange(sweep.Executions, 200, 200 + crew.Killed.Count);
        Assert.All(end.Attempts, attempt => Assert.Equal("crash", attempt.GetProperty("kind").GetString()));
        Assert.InRange(end.Attempts.Count, 0, crew.Killed.Count);
    }

    /// <summary>
    /// Sweeps of 600 points, in each of which 30 workers with four slots are killed. <c>MULTIRUNNER_KILL_ROUNDS=10</c> makes 300 kills of it.
    /// </summary>
    [Fact]
    public async Task Workers_that_run_four_points_at_once_are_killed()
    {
        const int Slots = 4;
        var rounds = int.Parse(Environment.GetEnvironmentVariable("MULTIRUNNER_KILL_ROUNDS") ?? "1", CultureInfo.InvariantCulture);
        for (var round = 1; round <= rounds; round++)
        {
            using var root = new TempRoot();
            var sweep = new SharedSweep(root, "Quick.Many");
            var seed = Environment.TickCount;
            TestContext.Current.TestOutputHelper!.WriteLine($"Round {round}, seed {seed}");
            var random = new Random(seed);
            await using var crew = new Crew(sweep, 2, Slots);

            for (var kill = 0; crew.Killed.Count < 30 && kill < 60; kill++)
            {
                await Task.Delay(300 + random.Next(600), TestContext.Current.CancellationToken);
                await crew.Replace(random.Next(2));
            }

            await crew.AssertSurvivorsSucceed();
            sweep.AssertComplete(600, crew.Killed);
            Assert.InRange(sweep.Executions, 600, 600 + (Slots * crew.Killed.Count));
            TestContext.Current.TestOutputHelper.WriteLine($"{crew.Killed.Count} killed, {sweep.Executions} executions");
        }
    }

    [Fact]
    public async Task Dozens_are_killed_at_any_moment_of_their_lives()
    {
        using var root = new TempRoot();
        var sweep = new SharedSweep(root, "Quick.Many");
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper!.WriteLine($"Seed {seed}");
        var random = new Random(seed);
        await using var crew = new Crew(sweep, 3);

        for (var kill = 0; kill < 30; kill++)
        {
            // From its start, over its making or joining of the sweep, into its points.
            await Task.Delay(random.Next(900), TestContext.Current.CancellationToken);
            await crew.Replace(random.Next(3));
        }

        await crew.AssertSurvivorsSucceed();
        sweep.AssertComplete(600, crew.Killed);
        Assert.InRange(sweep.Executions, 600, 600 + crew.Killed.Count);
    }
}
