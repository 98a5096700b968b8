using System.Diagnostics;
using MultiRunner.Tests.Running;

namespace MultiRunner.Tests.Documentation;

/// <summary>The sweeps that the documents show do what they are said to do.</summary>
public sealed class DocumentedSweepsTests
{
    private static readonly string Project = Path.Combine(SubjectRunner.ProjectDirectory, "..", "..", "samples", "Documentation");

    private static readonly string Program = Path.Combine(Project, "bin", SubjectRunner.Configuration, "net10.0", "Documentation");

    [Fact]
    public async Task All_of_them_run_to_their_end()
    {
        using var root = new TempRoot();
        var start = new ProcessStartInfo(Program, ["-noColor", "-noLogo"]) { RedirectStandardOutput = true };
        start.Environment["MULTIRUNNER_ROOT"] = root.Sweeps;

        using var process = Process.Start(start)!;
        var console = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(process.ExitCode == 0, console);
        var unfinished = Directory.GetDirectories(root.Sweeps)
            .SelectMany(sweep => Directory.GetFiles(Path.Combine(sweep, "ini"), "*_*"))
            .Where(state => !state.EndsWith("_finished", StringComparison.Ordinal))
            .Select(state => Path.GetRelativePath(root.Sweeps, state).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);
        Assert.Equal(["Documentation.Outcomes.OnManyCores/ini/1_to_run", "Documentation.Rows.Described/ini/2_to_run"], unfinished);
    }
}
