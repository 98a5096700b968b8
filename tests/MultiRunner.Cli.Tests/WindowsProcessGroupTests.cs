using MultiRunner.Cli.Running;
using Xunit;

namespace MultiRunner.Cli.Tests;

/// <summary>What <c>multirunner run</c> relies on to leave no process behind on Windows.</summary>
public sealed class WindowsProcessGroupTests : IDisposable
{
    private const string NeedsWindows = "needs Windows";

    private readonly string folder = Directory.CreateTempSubdirectory("multirunner-").FullName;

    public static bool IsWindows => OperatingSystem.IsWindows();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact(Skip = NeedsWindows, SkipUnless = nameof(IsWindows))]
    public async Task A_command_that_ends_has_written_its_log_and_the_log_can_be_deleted()
    {
        var log = Path.Combine(folder, "output.log");
        using (var group = ProcessGroup.Start(["cmd", "/c", "echo hello %WHO%"], log, new Dictionary<string, string> { ["WHO"] = "world" }))
        {
            await group.WaitForExit(TestContext.Current.CancellationToken);
            await Until(() => group.IsEmpty);
            Assert.Equal(0, group.ExitCode);
        }

        Assert.Equal("hello world", (await File.ReadAllTextAsync(log, TestContext.Current.CancellationToken)).Trim());
        File.Delete(log);
    }

    /// <summary>The command itself has ended, and what it has started in the background has not.</summary>
    [Fact(Skip = NeedsWindows, SkipUnless = nameof(IsWindows))]
    public async Task What_a_command_leaves_behind_belongs_to_the_group_and_is_killed_with_it()
    {
        using var group = ProcessGroup.Start(["cmd", "/c", "start /b ping -n 600 127.0.0.1"], Path.Combine(folder, "output.log"), new Dictionary<string, string>());
        await Until(() => group.HasExited);
        Assert.False(group.IsEmpty);

        group.Terminate();
        group.Kill();

        await Until(() => group.IsEmpty);
    }

    private static async Task Until(Func<bool> isSo)
    {
        for (var look = 0; !isSo(); look++)
        {
            Assert.True(look < 600, "In vain waited for a minute.");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }
}
