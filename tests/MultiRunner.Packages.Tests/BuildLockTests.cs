namespace MultiRunner.Tests.Packages;

/// <summary>Whose builds take the lock.</summary>
public sealed class BuildLockTests(Feed feed)
{
    [Fact]
    public async Task A_build_takes_the_lock_unless_it_is_switched_off_or_is_an_editor_that_looks_at_the_project()
    {
        using var consumer = feed.NewConsumer(testingPlatform: false);
        var holder = Path.Combine(consumer.Directory, "obj", "Debug", "net10.0", "multirunner.lock.holder");

        await Build(consumer, "-property:MultiRunnerBuildLock=false");
        Assert.False(File.Exists(holder));

        await Build(consumer, "-property:DesignTimeBuild=true");
        Assert.False(File.Exists(holder));

        await Build(consumer);
        Assert.True(File.Exists(holder));
    }

    [Fact]
    public async Task Restores_of_a_project_that_names_the_SDK_take_the_lock_unless_it_is_switched_off()
    {
        using var consumer = feed.NewConsumer(testingPlatform: false, asSdk: true);
        var holder = Path.Combine(consumer.Directory, "obj", "multirunner.restore.lock.holder");

        await Succeed(consumer, "restore", "-property:MultiRunnerBuildLock=false");
        Assert.False(File.Exists(holder));

        await Succeed(consumer, "restore", "--force");
        Assert.True(File.Exists(holder));
    }

    private static Task Build(Consumer consumer, params IEnumerable<string> arguments) => Succeed(consumer, ["build", .. arguments]);

    private static async Task Succeed(Consumer consumer, params IEnumerable<string> arguments)
    {
        var (exitCode, console) = await consumer.Run("dotnet", arguments);
        Assert.True(exitCode == 0, console);
    }
}
