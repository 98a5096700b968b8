using MultiRunner.Cli.Running;

namespace MultiRunner.Cli.Tests.Running;

public sealed class WorkerLogTests
{
    [Theory]
    [InlineData("", null)]
    [InlineData("  Failed Training.Train(layers: 1)\n  Error Message:\n   an error: E1: of a point", null)]
    [InlineData("Restored\n/x/My.csproj : error MULTIRUNNER005: The package 'xunit.v3' is [so]. Add it. [/x/My.csproj]\nmore: error CS1: x", "MULTIRUNNER005: The package 'xunit.v3' is [so]. Add it.")]
    public void The_first_error_of_the_build_is_found(string text, string? error)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, text);

            Assert.Equal(error, WorkerLog.FirstError(path));
            Assert.Null(WorkerLog.FirstError(path + ".not-there"));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
