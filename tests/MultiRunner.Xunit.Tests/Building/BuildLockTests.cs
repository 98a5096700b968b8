using MultiRunner.Build;

namespace MultiRunner.Tests.Building;

/// <summary>The tasks by which the builds of one project take turns.</summary>
public sealed class BuildLockTests : IDisposable
{
    // In milliseconds: it ends what would wait for ever, and nothing else.
    private const int Patience = 60_000;

    private readonly TempRoot root = new();

    private string LockFile => Path.Combine(root.Reports, "obj", "multirunner.lock");

    [Fact]
    public void The_lock_is_held_from_one_task_to_the_other()
    {
        var engine = new BuildEngine();

        Assert.True(Acquire(engine));
        Assert.True(IsHeld());
        Assert.True(Acquire(engine));

        Assert.True(Release(engine));
        Assert.False(IsHeld());
        Assert.Equal(0, engine.Yields);
        Assert.Empty(engine.Log);
    }

    /// <summary>Such as when another build reads the note, or a file that it names, at this moment.</summary>
    [Theory]
    [InlineData("note")]
    [InlineData("file")]
    public void A_restored_file_that_cannot_be_read_does_not_keep_the_build_from_its_lock(string unreadable)
    {
        var engine = new BuildEngine();
        var restored = Path.Combine(root.Reports, "project.assets.json");
        File.WriteAllText(restored, "{}");
        Acquire(engine);
        Release(engine, restored);
        File.SetLastWriteTimeUtc(restored, DateTime.UtcNow.AddHours(1));

        using (File.Open(unreadable == "note" ? LockFile + ".restored" : restored, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
            Assert.True(Acquire(engine));

        Assert.Single(engine.Registered);
        Assert.True(IsHeld());
        Release(engine);
        Assert.False(IsHeld());
    }

    [Fact]
    public void A_restored_file_that_can_be_read_gets_its_time_back_although_another_one_cannot()
    {
        var engine = new BuildEngine();
        string[] restored = [.. ((string[])["a", "b"]).Select(name => Path.Combine(root.Reports, name))];
        foreach (var file in restored)
            File.WriteAllText(file, "{}");
        var time = File.GetLastWriteTimeUtc(restored[1]);
        Acquire(engine);
        Release(engine, restored);
        foreach (var file in restored)
            File.SetLastWriteTimeUtc(file, time.AddHours(1));

        using (File.Open(restored[0], FileMode.Open, FileAccess.ReadWrite, FileShare.None))
            Acquire(engine);

        Assert.Equal(time.AddHours(1), File.GetLastWriteTimeUtc(restored[0]));
        Assert.Equal(time, File.GetLastWriteTimeUtc(restored[1]));
        Release(engine);
    }

    /// <summary>A directory has the name of the file, or another user owns it: it only makes a message less precise.</summary>
    [Fact]
    public void A_build_that_cannot_say_who_it_is_has_the_lock_all_the_same()
    {
        var engine = new BuildEngine();
        Directory.CreateDirectory(LockFile + ".holder");

        Assert.True(Acquire(engine));

        Assert.Single(engine.Registered);
        Assert.True(IsHeld());
        Release(engine);
        Assert.False(IsHeld());
    }

    [Fact]
    public void A_file_that_cannot_be_made_means_a_build_without_a_lock()
    {
        var engine = new BuildEngine();
        Directory.CreateDirectory(LockFile);

        Assert.True(Acquire(engine));

        Assert.Empty(engine.Registered);
        Assert.StartsWith($"This project is built without a lock, because '{LockFile}' cannot be made: ", Assert.Single(engine.Log), StringComparison.Ordinal);
    }

    /// <summary>The build that holds the lock may be one of the same build, which waits for a project that only this node can build.</summary>
    [Fact(Timeout = Patience)]
    public async Task A_build_that_waits_lets_its_node_build_other_projects()
    {
        var holder = new BuildEngine();
        Acquire(holder);
        var engine = new BuildEngine(onYield: () => Release(holder));

        Assert.True(await Task.Run(() => Acquire(engine), TestContext.Current.CancellationToken));

        Assert.Equal(1, engine.Yields);
        Assert.Single(engine.Registered);
        Assert.StartsWith("Waiting for another build or restore of this project (process ", Assert.Single(engine.Log), StringComparison.Ordinal);
        Release(engine);
    }

    /// <summary>The node may build the same project with other properties while this build waits, and one lock is for both.</summary>
    [Fact(Timeout = Patience)]
    public async Task A_build_that_waits_goes_on_when_its_node_has_got_the_lock_meanwhile()
    {
        var holder = new BuildEngine();
        Acquire(holder);
        BuildEngine? engine = null;
        engine = new BuildEngine(onYield: () =>
        {
            Release(holder);
            engine!.Hand(LockFile, File.Open(LockFile, FileMode.Open, FileAccess.ReadWrite, FileShare.None));
        });

        Assert.True(await Task.Run(() => Acquire(engine), TestContext.Current.CancellationToken));

        Assert.Single(engine.Registered);
        Release(engine);
        Assert.False(IsHeld());
    }

    [Fact(Timeout = Patience)]
    public async Task A_build_that_is_cancelled_waits_no_longer()
    {
        var holder = new BuildEngine();
        Acquire(holder);
        var task = new AcquireBuildLock { LockFile = LockFile };
        task.BuildEngine = new BuildEngine(onYield: task.Cancel);

        Assert.False(await Task.Run(task.Execute, TestContext.Current.CancellationToken));
        Release(holder);
    }

    public void Dispose() => root.Dispose();

    private bool Acquire(BuildEngine engine) => new AcquireBuildLock { LockFile = LockFile, BuildEngine = engine }.Execute();

    private bool Release(BuildEngine engine, params string[] restored) =>
        new ReleaseBuildLock { LockFile = LockFile, RestoredFiles = restored, BuildEngine = engine }.Execute();

    private bool IsHeld()
    {
        try
        {
            using var file = File.Open(LockFile, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }
}
