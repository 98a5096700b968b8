using System.Text;

namespace MultiRunner.Tests.Windows;

/// <summary>
/// <c>multirunner run</c> on Windows. No SDK runs under Wine, so a small program stands in for <c>dotnet</c> and starts the subjects as
/// <c>dotnet test</c> does.
/// </summary>
[Collection(OneWine.Name)]
public sealed class WindowsRunTests(Wine wine)
{
    [Fact]
    public async Task Two_workers_run_each_point_once()
    {
        using var root = new TempRoot();
        var sweep = new SharedSweep(root, "Quick.Run");
        await using var run = await wine.StartTool(root, Run(sweep), ("MULTIRUNNER_SPECULATION", "Never"));

        var exit = await run.Exit();

        Assert.True(exit.ExitCode == 0, exit.Console);
        sweep.AssertComplete(200);
        Assert.Equal(200, sweep.Executions);
        Assert.Contains("2 workers, busy for", exit.Console, StringComparison.Ordinal);
    }

    /// <summary>
    /// Wine has no Ctrl-Break, by which the tool tells its workers to end. So the tool has to kill them: <c>dotnet</c>, and what that has
    /// started.
    /// </summary>
    [Fact]
    public async Task Ctrl_C_leaves_no_process_behind_even_when_workers_cannot_be_told_to_end()
    {
        using var root = new TempRoot();
        var sweep = new SharedSweep(root, "Quick.Many");
        await using var run = await wine.StartTool(root, Run(sweep));
        await sweep.Until(s => s.Executions > 5, "some points");

        run.Interrupt();
        var exit = await run.Exit();

        Assert.True(exit.ExitCode == 1, exit.Console);
        Assert.Contains("Worker 1 was told to end.", exit.Console, StringComparison.Ordinal);
        Assert.Contains("Worker 2 was told to end.", exit.Console, StringComparison.Ordinal);
        await sweep.Until(_ => !ProcessesOf(root).Any(), "the end of all processes");

        // They were killed, and have not run all points first.
        Assert.Contains(sweep.States, name => name.EndsWith("_to_run", StringComparison.Ordinal));
    }

    private static string[] Run(SharedSweep sweep) => ["run", "--workers", "2", "--", "Subjects.csproj", "--filter", sweep.Filter];

    /// <summary>The processes that have the directory of the sweeps in their environment.</summary>
    private static IEnumerable<string> ProcessesOf(TempRoot root) =>
        Directory.EnumerateDirectories("/proc").Where(process => EnvironmentOf(process).Contains(root.Sweeps, StringComparison.Ordinal));

    private static string EnvironmentOf(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "environ"), Encoding.Latin1);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It is no process, or has ended.
            return "";
        }
    }
}
