namespace MultiRunner.Tests.EndToEnd;

/// <summary>Points that are lent GPUs: nvidia-smi is a script here, everything else is real.</summary>
public sealed class GpusTests
{
    private static readonly string[] TwoAtATime = ["-parallelMode", "all", "-maxThreads", "2"];

    [Fact]
    public async Task No_two_points_of_three_processes_have_the_same_GPU()
    {
        using var root = new TempRoot();
        using var host = new FakeGpus(3);

        var exits = await Run(root, host, "One", processes: 3);

        Assert.All(exits, exit => Assert.True(exit.ExitCode == 0, exit.Console));
        new SharedSweep(root, "Gpus.One").AssertComplete(18);
        var uses = GpuUse.In(root);
        Assert.Equal(18, uses.Count);
        Assert.All(uses, use => Assert.Single(use.Gpus));

        // On a busy machine two of the processes may have run all points before the third one has started.
        int[] used = [.. uses.SelectMany(use => use.Gpus).Distinct().Order()];
        Assert.Subset(new HashSet<int> { 0, 1, 2 }, used.ToHashSet());
        GpuUse.AssertNoneShared(uses);
        Assert.InRange(GpuUse.MostAtOnce(uses), 2, 3);
        Assert.Equal(used.Select(gpu => (gpu, "")), host.Notes.Select(note => (note.Key, note.Value)).Order());
    }

    [Fact]
    public async Task Points_that_need_two_of_three_run_one_after_another()
    {
        using var root = new TempRoot();
        using var host = new FakeGpus(3);

        var exits = await Run(root, host, "Two", processes: 2);

        Assert.All(exits, exit => Assert.True(exit.ExitCode == 0, exit.Console));
        var uses = GpuUse.In(root);
        Assert.Equal(6, uses.Count);
        Assert.All(uses, use => Assert.Equal(2, use.Gpus.Distinct().Count()));
        GpuUse.AssertNoneShared(uses);
    }

    [Fact]
    public async Task Hidden_GPUs_are_not_lent()
    {
        using var root = new TempRoot();
        using var host = new FakeGpus(3);

        var exits = await Run(root, host, "One", processes: 1, ("CUDA_VISIBLE_DEVICES", "2,1"));

        Assert.Equal(0, exits[0].ExitCode);
        Assert.Equal([1, 2], GpuUse.In(root).SelectMany(use => use.Gpus).Distinct().Order());
    }

    [Fact]
    public async Task More_than_there_are_is_one_clear_failure()
    {
        using var root = new TempRoot();
        using var host = new FakeGpus(3);

        var exits = await Run(root, host, "Four", processes: 1);

        Assert.NotEqual(0, exits[0].ExitCode);
        Assert.Equal(
            [
                "MultiRunner.GpuException : Gpus.Four: each point needs 4 GPUs of its own, but this process may use 3 of the GPUs 0, 1, 2 that nvidia-smi lists. Ask for fewer with Gpus of [SweepTheory], or run it on another host. To run without GPUs of its own, set MULTIRUNNER_GPUS_PER_POINT to 0.",
                "NotRun : not run: the sweep could not be started. The first failed test case of Four says why.",
                "NotRun : not run: the sweep could not be started. The first failed test case of Four says why.",
            ],
            exits[0].Report!.With(TestOutcome.Failed).Select(test => test.Message).Order(StringComparer.Ordinal));
        Assert.Empty(GpuUse.In(root));
        Assert.All(new SharedSweep(root, "Gpus.Four").States, name => Assert.EndsWith("_to_run", name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_tool_there_is_a_clear_failure_unless_everything_is_done()
    {
        using var root = new TempRoot();
        using var host = new FakeGpus(1);
        using var bare = new FakeGpus();

        var before = await Run(root, bare, "Stuck", processes: 1, ("PATH", bare.Variable("PATH")));
        var run = await Run(root, host, "Stuck", processes: 1);
        var after = await Run(root, bare, "Stuck", processes: 1, ("PATH", bare.Variable("PATH")));

        Assert.Contains(before[0].Report!.With(TestOutcome.Failed), test => test.Message ==
            "MultiRunner.GpuException : Gpus.Stuck: each point needs 1 GPU of its own. GPUs are listed by nvidia-smi or rocm-smi, but neither of them is on the PATH. Install the tools of the GPU's driver, or add their directory to PATH. To run without GPUs of its own, set MULTIRUNNER_GPUS_PER_POINT to 0.");
        Assert.Equal("3 failed", before[0].Report!.Summary);
        Assert.Equal("3 passed", run[0].Report!.Summary);
        Assert.Equal("3 skipped", after[0].Report!.Summary);
        Assert.Equal(0, after[0].ExitCode);
    }

    [Fact]
    public async Task The_environment_decides_how_many()
    {
        using var root = new TempRoot();
        using var host = new FakeGpus(3);
        using var bare = new FakeGpus();

        var more = await Run(root, host, "Stuck", processes: 1, ("MULTIRUNNER_GPUS_PER_POINT", "3"));
        var none = await Run(root, bare, "Four", processes: 1, ("MULTIRUNNER_GPUS_PER_POINT", "0"));

        Assert.Equal(("3 passed", "3 passed"), (more[0].Report!.Summary, none[0].Report!.Summary));
        Assert.Equal([3, 3, 3, 0, 0, 0], GpuUse.In(root).Select(use => use.Gpus.Count));
    }

    [Fact]
    public async Task A_method_that_runs_on_after_its_timeout_keeps_its_GPU()
    {
        using var root = new TempRoot();
        using var host = new FakeGpus(1);

        var exits = await Run(root, host, "Overtime", processes: 1);

        Assert.Equal("2 failed", exits[0].Report!.Summary);
        Assert.Equal(2, GpuUse.In(root).Count);
        GpuUse.AssertNoneShared(GpuUse.In(root));
    }

    private static async Task<WorkerExit[]> Run(TempRoot root, FakeGpus host, string method, int processes, params (string Name, string? Value)[] environment)
    {
        var filter = $"FullyQualifiedName=Subjects.Gpus.{method}";
        WorkerProcess[] workers = [.. Enumerable.Range(0, processes).Select(_ => WorkerProcess.Start(Host.Executable, root, filter, TwoAtATime, environment: [.. host.Environment, ("MULTIRUNNER_SPECULATION", "Never"), .. environment]))];
        try
        {
            return await Task.WhenAll(workers.Select(worker => worker.Exit()));
        }
        finally
        {
            foreach (var worker in workers)
                await worker.DisposeAsync();
        }
    }
}
