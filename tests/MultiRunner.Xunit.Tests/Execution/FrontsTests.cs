using MultiRunner.TestingPlatform;

namespace MultiRunner.Tests.Execution;

/// <summary>Who shows what a test application of Microsoft.Testing.Platform says.</summary>
public sealed class FrontsTests
{
    [Theory]
    [InlineData("Console")]
    [InlineData("Console", "--filter-class", "dotnettestcli")]
    [InlineData("DotnetTest", "--server", "dotnettestcli", "--dotnet-test-pipe", "/tmp/pipe")]
    [InlineData("DotnetTest", "--filter-class", "A", "--server:dotnettestcli")]
    [InlineData("Editor", "--server", "--client-port", "1")]
    [InlineData("Editor", "--server")]
    public void The_command_line_tells(string front, params string[] arguments) => Assert.Equal(front, Fronts.Of(arguments).ToString());
}
