namespace MultiRunner.Tests.Faults;

/// <summary>Points that end the process that runs them.</summary>
public sealed class DeadlyPointsTests
{
    [Theory]
    [InlineData("FailFast", 3, 128, 255)]
    [InlineData("Killed", 2, 128, 255)]
    [InlineData("Exits_with_success", 2, 1, 1)]
    public async Task One_that_has_ended_as_many_processes_as_it_may_is_failed_and_the_others_are_finished(string method, int attempts, int lowestCode, int highestCode)
    {
        using var root = new TempRoot();
        var sweep = new SharedSweep(root, $"Deadly.{method}");

        for (var n = 1; n <= attempts; n++)
        {
            await using var victim = sweep.Join();
            Assert.InRange((await victim.Exit()).ExitCode, lowestCode, highestCode);
        }

        await using var last = sweep.Join();
        var exit = await last.Exit();

        Assert.Equal(1, exit.ExitCode);
        Assert.Equal(["0_finished", "1_finished", "2_failed", "3_finished"], sweep.States.Order(StringComparer.Ordinal));
        Assert.Matches(
            $@"^WorkerDied : Worker \S+ died while it ran this point; \S+ took the claim back\.\nfailed for good after {attempts} attempts, the last on ",
            exit.Report![$"Subjects.Deadly.{method}(n: 3)"].Message);
        Assert.Single(exit.Report.With(TestOutcome.Failed));
        Assert.Equal(3 + attempts, sweep.Executions);
    }
}
