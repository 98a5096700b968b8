using MultiRunner.Gpus;

namespace MultiRunner.Tests.Faults;

/// <summary>Workers that wait for GPUs, and workers that die while they have some.</summary>
[Collection(OneByOne.Name)]
public sealed class LentGpusTests
{
    [Fact]
    public async Task A_killed_worker_has_its_GPU_no_longer()
    {
        using var root = new TempRoot();
        using var host = new FakeGpus(1);
        var sweep = new SharedSweep(root, "Gpus.Stuck");
        await using var first = sweep.Join([.. host.Environment, ("SUBJECTS_STUCK", "1")]);
        await sweep.Until(_ => GpuUse.In(root).Count == 1, "a point with the only GPU");
        await using var second = sweep.Join([.. host.Environment, ("MULTIRUNNER_SPECULATION", "Never")]);
        await sweep.Until(s => Directory.GetFiles(Path.Combine(s.Directory, "workers")).Length == 2, "the second worker");
        await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);

        // It waits, and claims nothing that another host could run.
        Assert.Empty(sweep.RunningIn(second.Id));
        Assert.Matches($@"^worker \S+-{first.Id}-\S+, process {first.Id} of .+, Gpus\.Stuck, point \d$", host.Notes[0].Trim());

        first.Kill();
        var killed = TimeProvider.System.GetTimestamp();
        var exit = await second.Exit();

        Assert.True(exit.ExitCode == 0, exit.Console);
        sweep.AssertComplete(3, first.Id);
        var next = GpuUse.In(root)[1];
        Assert.InRange(TimeProvider.System.GetElapsedTime(killed, next.Begin), TimeSpan.Zero, TimeSpan.FromSeconds(20));
        Assert.Equal([0], next.Gpus);
    }

    [Fact]
    public async Task A_worker_that_waits_for_a_GPU_ends_when_the_sweep_is_done_elsewhere()
    {
        using var root = new TempRoot();
        using var host = new FakeGpus(1);
        using var other = new FakeGpus(1);
        using var lease = Lender(host).TryTake();
        var sweep = new SharedSweep(root, "Gpus.Stuck");
        await using var waiting = sweep.Join(host.Environment);
        await sweep.Until(s => Directory.Exists(Path.Combine(s.Directory, "workers")) && Directory.GetFiles(Path.Combine(s.Directory, "workers")).Length == 1, "the worker that waits");
        await using var running = sweep.Join(other.Environment);

        var exits = await Task.WhenAll(waiting.Exit(), running.Exit());

        Assert.Equal(("3 skipped", "3 passed"), (exits[0].Report!.Summary, exits[1].Report!.Summary));
        Assert.Equal((0, 0), (exits[0].ExitCode, exits[1].ExitCode));
    }

    [Fact]
    public async Task A_worker_that_waits_for_a_GPU_can_be_interrupted()
    {
        using var root = new TempRoot();
        using var host = new FakeGpus(1);
        using var lease = Lender(host).TryTake();
        var sweep = new SharedSweep(root, "Gpus.Stuck");
        await using var waiting = sweep.Join(host.Environment);
        await sweep.Until(s => s.States.Count == 3, "the sweep");
        await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);

        waiting.Interrupt();
        await waiting.Exit();

        Assert.Equal(["0_to_run", "1_to_run", "2_to_run"], sweep.States.Order());
        Assert.Empty(GpuUse.In(root));
    }

    private static GpuLender Lender(FakeGpus host) => new("A test", 1, "test", host.Variable, TimeProvider.System, new Random());
}
