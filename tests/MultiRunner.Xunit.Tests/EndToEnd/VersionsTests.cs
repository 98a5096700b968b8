namespace MultiRunner.Tests.EndToEnd;

/// <summary>Each version of a sweep has a directory of its own.</summary>
public sealed class VersionsTests
{
    private const string Old = "Subjects.Versioned.Run";
    private const string New = "Subjects.Versioned.Run@2";
    private const string Filter = $"FullyQualifiedName={Old}";

    [Fact]
    public async Task Results_of_another_version_do_not_count_and_are_found_again_after_going_back()
    {
        using var root = new TempRoot();
        var first = await SubjectRunner.Run(Host.Executable, root, Filter);

        var second = await SubjectRunner.RunEdited(root, Filter);
        var back = await SubjectRunner.Run(Host.Executable, root, Filter);

        Assert.Equal("3 passed", first.Report.Summary);
        Assert.Equal("3 passed", second.Report.Summary);
        Assert.Equal([Old, New], second.Sweeps.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("""{"result":300}""", second.Sweeps[New].Result(2, "metrics"));
        Assert.Equal("2", second.Sweeps[New].Manifest.GetProperty("version").GetString());
        Assert.Equal(Old, second.Sweeps[New].Manifest.GetProperty("sweep").GetString());
        Assert.StartsWith($"{Old} (version 2): 3 of 3 points finished, 0 failed.\n", second.Sweeps[New]["report/report.txt"], StringComparison.Ordinal);

        // The second version has left every file of the first one as it was.
        Assert.False(first.Sweeps[Old].Manifest.TryGetProperty("version", out _));
        Assert.StartsWith($"{Old}: 3 of 3 points finished, 0 failed.\n", first.Sweeps[Old]["report/report.txt"], StringComparison.Ordinal);
        Assert.Equal(first.Sweeps[Old].Names(""), second.Sweeps[Old].Names(""));
        Assert.All(first.Sweeps[Old].Names(""), path => Assert.Equal(first.Sweeps[Old][path], second.Sweeps[Old][path]));

        Assert.Equal("3 skipped", back.Report.Summary);
        Assert.Equal(["0.json", "1.json", "2.json"], back.Sweeps[Old].Results);
        Assert.All(back.Sweeps[Old].Results, name => Assert.Equal(first.Sweeps[Old][$"results/{name}"], back.Sweeps[Old][$"results/{name}"]));
        Assert.Equal([2, 2, 2], back.ExecutionsOf("Run"));
    }

    [Fact]
    public async Task A_worker_of_the_old_version_that_still_runs_finishes_in_its_own_directory()
    {
        using var root = new TempRoot();
        var gate = Path.Combine(root.Reports, "gate");
        var sweep = new SharedSweep(root, "Versioned.Run");
        await using var old = sweep.Join(("SUBJECTS_GATE", gate));
        await sweep.Until(s => s.RunningIn(old.Id).Count == 1, "the first point of the old version");

        var second = await SubjectRunner.RunEdited(root, Filter);
        Assert.Equal("3 passed", second.Report.Summary);
        Assert.Single(second.Sweeps[Old].States, name => name.EndsWith("_running", StringComparison.Ordinal));
        await File.WriteAllTextAsync(gate, "", TestContext.Current.CancellationToken);
        var end = await SubjectRunner.End(old, root);

        Assert.Equal((0, "3 passed"), (end.ExitCode, end.Report.Summary));
        Assert.Equal([1, 2, 3], ResultsOf(end.Sweeps[Old]));
        Assert.Equal([100, 200, 300], ResultsOf(end.Sweeps[New]));
        Assert.Equal(second.Sweeps[New].Names(""), end.Sweeps[New].Names(""));
        Assert.DoesNotContain(end.Report.Tests.SelectMany(test => test.Warnings), warning => warning.Contains("other builds", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_version_that_is_no_plain_name_has_a_directory_and_a_report_that_name_it()
    {
        using var root = new TempRoot();

        var run = await SubjectRunner.Run(Host.Executable, root, "FullyQualifiedName=Subjects.Versioned.Awkward");

        var (name, sweep) = Assert.Single(run.Sweeps);
        Assert.Matches("^Subjects.Versioned.Awkward@2-Beta-[0-9a-f]{8}$", name);
        Assert.Equal("2 Beta", sweep.Manifest.GetProperty("version").GetString());
        Assert.StartsWith("Subjects.Versioned.Awkward (version 2 Beta): 1 of 1 point finished", sweep["report/report.txt"], StringComparison.Ordinal);
    }

    private static IEnumerable<int> ResultsOf(SweepSnapshot sweep) =>
        Enumerable.Range(0, 3).Select(point => sweep.Result(point).GetProperty("metrics").GetProperty("result").GetInt32());
}
