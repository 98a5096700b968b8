namespace MultiRunner.Tests.Faults;

/// <summary>Workers at one sweep, of which any can be killed and replaced.</summary>
internal sealed class Crew : IAsyncDisposable
{
    private readonly SharedSweep sweep;
    private readonly int slots;
    private readonly WorkerProcess[] workers;
    private readonly List<int> killed = [];

    /// <param name="sweep">The sweep.</param>
    /// <param name="size">How many workers there are at a time.</param>
    /// <param name="slots">How many points each of them runs at a time.</param>
    public Crew(SharedSweep sweep, int size, int slots = 1)
    {
        this.sweep = sweep;
        this.slots = slots;
        workers = [.. Enumerable.Range(0, size).Select(_ => Join())];
    }

    /// <summary>The process ids of those that were killed.</summary>
    public IReadOnlyCollection<int> Killed => killed;

    /// <summary>Kills one, if it has not left by itself, and lets another join in its place.</summary>
    public async Task Replace(int index)
    {
        var old = workers[index];
        workers[index] = Join();
        await using (old)
        {
            if (old.HasExited)
            {
                AssertSuccess(await old.Exit());
                return;
            }

            old.Kill();
            killed.Add(old.Id);
        }
    }

    /// <summary>Those that are left end by themselves, with exit code 0.</summary>
    public async Task AssertSurvivorsSucceed()
    {
        foreach (var exit in await Task.WhenAll(workers.Select(w => w.Exit())))
            AssertSuccess(exit);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var worker in workers)
            await worker.DisposeAsync();
    }

    // A point that has gone on while its worker is killed may be begun by two, but never because it only seems slow.
    private WorkerProcess Join() => sweep.Join(slots == 1 ? [] : ["-parallelMode", "all", "-maxThreads", $"{slots}"], ("MULTIRUNNER_SPECULATION", "Never"), ("MULTIRUNNER_MAX_ATTEMPTS", "100"));

    private static void AssertSuccess(WorkerExit exit)
    {
        Assert.True(exit.ExitCode == 0, exit.Console);
        Assert.Empty(exit.Report!.With(TestOutcome.Failed));
    }
}
