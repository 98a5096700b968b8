namespace MultiRunner.Tests.EndToEnd;

/// <summary>Directories that cannot be used: one clear failure for the sweep, and the other cases point to it.</summary>
public sealed class DirectoryProblemsTests
{
    private const string Sweep = "Subjects.Failures.Once";

    [Theory]
    [ClassData(typeof(EveryHost))]
    public async Task A_root_that_cannot_be_made(Host host)
    {
        using var root = new TempRoot();
        File.WriteAllText(root.Sweeps, "not a directory");

        var run = await SubjectRunner.Run(host, root, $"FullyQualifiedName={Sweep}", environment: ("MULTIRUNNER_ROOT", Path.Combine(root.Sweeps, "below")));

        Assert.NotEqual(0, run.ExitCode);
        Assert.Equal("3 failed", run.Report.Summary);
        var path = Path.Combine(root.Sweeps, "below", Sweep);
        AssertOneFailure(run, $"MultiRunner.SharedDirectoryException : Could not find a part of the path '{path}/results'.");
        Assert.Equal("not a directory", File.ReadAllText(root.Sweeps));
        Assert.Empty(run.Executions);
    }

    [Theory]
    [ClassData(typeof(EveryHost))]
    public async Task A_directory_of_a_newer_version(Host host)
    {
        using var root = new TempRoot();
        var ini = Directory.CreateDirectory(Path.Combine(root.Sweeps, Sweep, "ini")).FullName;
        File.WriteAllText(Path.Combine(ini, "sweep.json"), """{ "format": 3, "anything": "else" }""");
        File.WriteAllText(Path.Combine(ini, "0_to_run"), "");

        var run = await SubjectRunner.Run(host, root, $"FullyQualifiedName={Sweep}");

        Assert.NotEqual(0, run.ExitCode);
        Assert.Equal("3 failed", run.Report.Summary);
        AssertOneFailure(run, $"MultiRunner.SweepDirectoryException : '{Path.Combine(root.Sweeps, Sweep)}' cannot be used: 'ini/sweep.json' has format 3, but this version of MultiRunner.Xunit reads format 2. Update the package MultiRunner.Xunit, or choose another directory with MULTIRUNNER_ROOT.");
        Assert.Equal(["ini/0_to_run", "ini/sweep.json"], run.Sweeps[Sweep].Names(""));
        Assert.Empty(run.Executions);
    }

    [Fact]
    public async Task A_manifest_that_cannot_be_read()
    {
        using var root = new TempRoot();
        var ini = Directory.CreateDirectory(Path.Combine(root.Sweeps, Sweep, "ini")).FullName;
        File.WriteAllText(Path.Combine(ini, "sweep.json"), "{");

        var run = await SubjectRunner.Run(Host.Executable, root, $"FullyQualifiedName={Sweep}");

        Assert.Equal("3 failed", run.Report.Summary);
        Assert.Single(run.Report.Tests, t => t.Message.StartsWith($"MultiRunner.SweepDirectoryException : '{Path.Combine(root.Sweeps, Sweep)}' cannot be used: 'ini/sweep.json' cannot be read: ", StringComparison.Ordinal)
            && t.Message.EndsWith(" Restore it, or move the sweep directory away and start again.", StringComparison.Ordinal));
        Assert.Equal("{", run.Sweeps[Sweep]["ini/sweep.json"]);
    }

    [Fact]
    public async Task Data_that_another_process_of_the_same_build_saw_otherwise()
    {
        using var root = new TempRoot();

        var first = await SubjectRunner.Run(Host.Executable, root, "FullyQualifiedName~Subjects.Unsteady.");
        var second = await SubjectRunner.Run(Host.Executable, root, "FullyQualifiedName~Subjects.Unsteady.");

        Assert.Equal("2 passed", first.Report.Summary);
        Assert.Equal("2 failed", second.Report.Summary);
        Assert.Single(second.Report.Tests, t => t.Message.StartsWith("MultiRunner.GridException : Subjects.Unsteady.Random_rows: the points of a sweep must be the same in every process of one build, but 2 are new since this build made or last extended the sweep directory, such as {\"id\":\"", StringComparison.Ordinal)
            && t.Message.EndsWith("\"}. Make the data deterministic: use no Guid.NewGuid(), no clock and no Random without a seed. If you changed the data on purpose, build again.", StringComparison.Ordinal));
        Assert.Equal(["0_finished", "1_finished"], second.Sweeps["Subjects.Unsteady.Random_rows"].States);
    }

    [Fact]
    public async Task Data_that_was_otherwise_when_the_tests_were_discovered()
    {
        using var root = new TempRoot();

        // VSTest lists the tests in one process and runs them in another.
        var run = await SubjectRunner.Run(Host.VSTest, root, "FullyQualifiedName~Subjects.Unsteady.");

        Assert.Equal("2 failed", run.Report.Summary);
        Assert.Single(run.Report.Tests, t => t.Message.StartsWith("MultiRunner.GridException : Unsteady.Random_rows: the points of a sweep must be the same in every process, but {\"id\":\"", StringComparison.Ordinal)
            && t.Message.EndsWith("\"} existed when the tests were discovered and does not exist now. Make the data deterministic: use no Guid.NewGuid(), no clock and no Random without a seed.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_relative_root_starts_at_the_directory_of_the_project()
    {
        using var root = new TempRoot();
        var relative = $"bin/{Path.GetRandomFileName()}";
        var expected = Path.Combine(SubjectRunner.ProjectDirectory, "..", "Subjects.VSTest", relative);
        try
        {
            var run = await SubjectRunner.Run(Host.Executable, root, $"FullyQualifiedName={Sweep}", environment: ("MULTIRUNNER_ROOT", relative));

            Assert.Equal("3 passed", run.Report.Summary);
            Assert.Equal(["0_finished", "1_finished", "2_finished"], SweepSnapshot.Take(Path.Combine(expected, Sweep)).States);
        }
        finally
        {
            if (Directory.Exists(expected))
                Directory.Delete(expected, recursive: true);
        }
    }

    private static void AssertOneFailure(SubjectRun run, string message)
    {
        Assert.Single(run.Report.Tests, t => t.Message == message);
        Assert.Equal(run.Report.Tests.Count - 1, run.Report.Tests.Count(t => t.Message == "NotRun : not run: the sweep could not be started. The first failed test case of Once says why."));
    }
}
