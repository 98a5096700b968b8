using System.Text.RegularExpressions;

namespace MultiRunner.Tests.EndToEnd;

/// <summary>The body of a sweep method is edited, and nothing else: its points are finished already, by the code before the edit.</summary>
public sealed class EditedCodeTests
{
    private const string Sweep = "Subjects.Evolving.Body_changed";
    private const string Filter = $"FullyQualifiedName={Sweep}";

    /// <summary>As <c>dotnet watch test</c> does after each edit.</summary>
    [Fact]
    public async Task A_run_that_finds_nothing_to_run_says_that_the_numbers_are_of_other_code()
    {
        using var root = new TempRoot();
        var before = await SubjectRunner.Run(Host.Executable, root, Filter);
        Assert.DoesNotContain("build", before.Sweeps[Sweep]["report/report.txt"], StringComparison.Ordinal);

        var after = await SubjectRunner.RunEdited(root, Filter);

        Assert.Equal((0, "2 skipped"), (after.ExitCode, after.Report.Summary));
        var shown = Assert.Single(after.Report.Of(Sweep).Tests.SelectMany(t => t.Warnings));
        Assert.StartsWith($"{Sweep}: 2 of 2 points finished, 0 failed.\nAll 2 results are of other builds than {SubjectRunner.BuildOf("Subjects.Edited")}, which joined last: `multirunner rerun --older-builds`, or a new `Version` in the attribute, runs them again.\nBest: result = 2000 at point 1: a = 2,", shown, StringComparison.Ordinal);
        Assert.StartsWith(shown.Split("\nBest:")[0], after.Sweeps[Sweep]["report/report.txt"], StringComparison.Ordinal);
        Assert.Contains("All 2 results are of other builds than ", after.Sweeps[Sweep]["report/report.md"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_of_both_builds_are_counted_and_each_row_names_its_own()
    {
        using var root = new TempRoot();
        await SubjectRunner.Run(Host.Executable, root, Filter);
        File.Move(Path.Combine(root.Sweeps, Sweep, "ini", "1_finished"), Path.Combine(root.Sweeps, Sweep, "ini", "1_to_run"));

        var after = await SubjectRunner.RunEdited(root, Filter);

        var (older, newer) = (SubjectRunner.BuildOf("Subjects.VSTest"), SubjectRunner.BuildOf("Subjects.Edited"));
        Assert.NotEqual(older, newer);
        Assert.Equal("1 passed, 1 skipped", after.Report.Summary);
        Assert.Matches(
            $@"\A{Sweep}: 2 of 2 points finished, 0 failed\.\nResults come from 2 builds: 1 of {Regex.Escape(newer)} since \d{{4}}-\d\d-\d\d \d\d:\d\d:\d\d UTC, 1 of {Regex.Escape(older)} since .* UTC\. `multirunner rerun --older-builds` runs those of older builds again\.\nBest: result = 1000 at point 0: a = 1,",
            after.Sweeps[Sweep]["report/report.txt"]);
        var rows = after.Sweeps[Sweep]["report/report.csv"].Split('\n');
        Assert.Equal("point,state,a,result,seconds,started,worker,host,attempt,build", rows[0]);
        Assert.StartsWith("0,finished,1,1000,", rows[1], StringComparison.Ordinal);
        Assert.EndsWith($",1,{older}", rows[1], StringComparison.Ordinal);
        Assert.StartsWith("1,finished,2,2,", rows[2], StringComparison.Ordinal);
        Assert.EndsWith($",1,{newer}", rows[2], StringComparison.Ordinal);
    }
}
