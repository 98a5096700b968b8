namespace MultiRunner.Tests.Windows;

/// <summary>What holds for every file system, and what only Windows can get wrong: tests of MultiRunner.Core.Tests, run by Wine.</summary>
[Collection(OneWine.Name)]
public sealed class StorageTests(Wine wine)
{
    [Theory]
    [InlineData("Storage.FileSystemDirectoryTests")]
    [InlineData("Storage.RetryingDirectoryContractTests")]
    [InlineData("Storage.WindowsFileSystemTests")]
    [InlineData("Protocol.SweepInitializerTests")]
    [InlineData("Reports.ReportWriterTests")]
    public async Task Tests_pass_under_Wine(string name)
    {
        var exit = await wine.RunCoreTests(name);

        Assert.True(exit.ExitCode == 0, exit.Console);
        Assert.Matches(@"Total: [1-9][0-9]*, Errors: 0, Failed: 0", exit.Console);
    }
}
