namespace MultiRunner.Tests.Windows;

/// <summary>What holds for every file system, and what only Windows can get wrong: tests of other projects, run by Wine.</summary>
[Collection(OneWine.Name)]
public sealed class TestsUnderWine(Wine wine)
{
    [Theory]
    [InlineData("MultiRunner.Core.Tests", "Storage.FileSystemDirectoryTests")]
    [InlineData("MultiRunner.Core.Tests", "Storage.RetryingDirectoryContractTests")]
    [InlineData("MultiRunner.Core.Tests", "Storage.WindowsFileSystemTests")]
    [InlineData("MultiRunner.Core.Tests", "Scheduling.FilesInUseTests")]
    [InlineData("MultiRunner.Core.Tests", "Scheduling.OpenArtifactsTests")]
    [InlineData("MultiRunner.Core.Tests", "Membership.WorkerIdentityTests")]
    [InlineData("MultiRunner.Core.Tests", "Protocol.SweepInitializerTests")]
    [InlineData("MultiRunner.Core.Tests", "Reports.ReportWriterTests")]
    [InlineData("MultiRunner.Cli.Tests", "WindowsProcessGroupTests")]
    public async Task Tests_pass_under_Wine(string project, string name)
    {
        var exit = await wine.RunTests(project, name);

        Assert.True(exit.ExitCode == 0, exit.Console);
        Assert.Matches(@"Total: [1-9][0-9]*, Errors: 0, Failed: 0", exit.Console);
    }
}
