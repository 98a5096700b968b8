using System.Globalization;
using Xunit;

namespace MultiRunner.Core.Tests.Simulation;

/// <summary>Runs many seeds, on all cores, and says how to repeat the first one that fails.</summary>
internal static class SeedRuns
{
    private const int WholeTrace = 1_000_000;

    /// <summary>A seed to repeat, or, together with a count, the first one to try.</summary>
    private static readonly long? Only = Number("MULTIRUNNER_SIM_SEED");

    private static readonly long? Count = Number("MULTIRUNNER_SIM_SEEDS");

    /// <summary>Runs the seeds that the environment asks for, or <paramref name="usual"/> ones, and fails with the first bad one.</summary>
    public static void Check(Profile profile, int usual)
    {
        var first = Only ?? 0;
        var count = Count ?? (Only is null ? usual : 1);
        if (FirstViolation(profile, null, first, count, Only is null || Count is not null ? 60 : WholeTrace) is { } bad)
        {
            Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"""
                {bad.Message}
                {bad.History}
                {bad.Message}
                To repeat it: MULTIRUNNER_SIM_SEED={bad.Seed} dotnet test tests/MultiRunner.Core.Tests --filter "FullyQualifiedName~SimulationTests.{profile}"
                """));
        }
    }

    /// <summary>The violation of the smallest seed that has one, or null.</summary>
    public static ViolationException? FirstViolation(Profile profile, Func<Mutation>? mutation, long first, long count, int traceLength = 60)
    {
        ViolationException? worst = null;
        var gate = new Lock();
        Parallel.For(first, first + count, (seed, loop) =>
        {
            // The awaits of the code under test must go on where they are completed, not on a test framework's context.
            var context = SynchronizationContext.Current;
            SynchronizationContext.SetSynchronizationContext(null);
            try
            {
                using var world = new World(seed, profile, mutation, traceLength);
                world.Run();
            }
            catch (ViolationException violation)
            {
                lock (gate)
                    worst = worst is null || violation.Seed < worst.Seed ? violation : worst;
                loop.Break();
            }
            finally
            {
                SynchronizationContext.SetSynchronizationContext(context);
            }
        });
        return worst;
    }

    private static long? Number(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? long.Parse(text, CultureInfo.InvariantCulture) : null;
}
