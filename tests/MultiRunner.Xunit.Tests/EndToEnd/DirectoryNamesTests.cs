namespace MultiRunner.Tests.EndToEnd;

/// <summary>Each sweep method of each assembly has a directory of its own, or does not run.</summary>
public sealed class DirectoryNamesTests
{
    private const string Shared = "Subjects.Failures.Once";

    [Theory]
    [ClassData(typeof(EveryHost))]
    public async Task Names_that_a_file_system_could_take_for_one_another_have_directories_of_their_own(Host host)
    {
        using var root = new TempRoot();

        var run = await SubjectRunner.Run(host, root, "FullyQualifiedName~Subjects.Names.");

        Assert.Equal("8 passed", run.Report.Summary);
        var names = run.Sweeps.Keys.Order(StringComparer.Ordinal).ToList();
        Assert.Equal(4, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Collection(
            names,
            name => Assert.Equal("Subjects.Names.Run", name),
            name => Assert.Matches("^Subjects.Names.gr--e-[0-9a-f]{8}$", name),
            name => Assert.Matches("^Subjects.Names.gr--e-[0-9a-f]{8}$", name),
            name => Assert.Matches("^Subjects.Names.run-[0-9a-f]{8}$", name));
        Assert.Equal("""{"result":1}""", run.Sweeps["Subjects.Names.Run"].Result(0, "metrics"));
        Assert.Equal("""{"result":1000}""", run.Sweeps[names[3]].Result(0, "metrics"));
        Assert.Equal("Subjects.Names.run", run.Sweeps[names[3]].Manifest.GetProperty("sweep").GetString());
        Assert.Equal(["Subjects.Names.größe", "Subjects.Names.grüße"], names[1..3].Select(name => run.Sweeps[name].Manifest.GetProperty("sweep").GetString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Overloads_which_would_share_a_directory_are_refused_by_xunit()
    {
        using var root = new TempRoot();

        var run = await SubjectRunner.Run(Host.Executable, root, "FullyQualifiedName~Subjects.Overloads.");

        Assert.All(run.Report.Tests, test => Assert.Equal(TestOutcome.Failed, test.Outcome));
        Assert.Contains("Test method Subjects.Overloads.Run has overloads, which is not supported.", run.Report.Tests[0].Message, StringComparison.Ordinal);
        Assert.Empty(run.Sweeps);
    }

    [Fact]
    public async Task Another_assembly_with_the_same_class_and_method_fails_and_changes_nothing()
    {
        using var root = new TempRoot();

        var first = await SubjectRunner.Run(Host.Executable, root, $"FullyQualifiedName={Shared}");
        var second = await SubjectRunner.Run(Host.TestingPlatform, root, $"FullyQualifiedName={Shared}");

        Assert.Equal("3 passed", first.Report.Summary);
        Assert.NotEqual(0, second.ExitCode);
        Assert.Equal("3 failed", second.Report.Summary);
        Assert.Single(second.Report.Tests, test => test.Message ==
            $"MultiRunner.SweepDirectoryException : '{Path.Combine(root.Sweeps, Shared)}' cannot be used: A sweep directory belongs to one method of one assembly, in one version, but '{Shared}' of the assembly 'Subjects.Mtp' wants this one, which belongs to '{Shared}' of the assembly 'Subjects.VSTest'. Rename one of the two, or give one of their projects another root with the environment variable MULTIRUNNER_ROOT or the MSBuild property MultiRunnerRoot. If both are the same sweep, because the project, the class or the version was renamed, move this directory away to start again. To keep the results instead, edit 'ini/sweep.json': change \"sweep\", \"version\" and the \"name\" in \"assembly\" to those of the new code, which has no \"version\".");
        Assert.All(second.Report.Tests, test => Assert.DoesNotContain("finished on", test.Message, StringComparison.Ordinal));
        Assert.Equal([Shared], second.Sweeps.Keys);
        Assert.Equal(first.Sweeps[Shared].Names(""), second.Sweeps[Shared].Names(""));
        Assert.All(first.Sweeps[Shared].Names(""), path => Assert.Equal(first.Sweeps[Shared][path], second.Sweeps[Shared][path]));
    }
}
