using MultiRunner.Cli.Commands;
using MultiRunner.Cli.Running;

namespace MultiRunner.Cli.Tests.Running;

public sealed class TestArgumentsTests
{
    [Theory]
    [InlineData("", "test --no-build", "build")]
    [InlineData("My.csproj", "test --no-build My.csproj", "build My.csproj")]
    [InlineData("-c Release My.csproj --filter My.csproj", "test --no-build -c Release My.csproj --filter My.csproj", "build My.csproj -c Release")]
    [InlineData("-c:Release -p:A=1 -p B=2 --no-restore", "test --no-build -c:Release -p:A=1 -p B=2 --no-restore", "build -c:Release -p:A=1 -p B=2 --no-restore")]
    [InlineData("--framework=net10.0 --logger trx --results-directory /tmp", "test --no-build --framework=net10.0 --logger trx --results-directory /tmp", "build --framework=net10.0")]
    [InlineData("All.slnx -- RunConfiguration.X=1 -c Debug", "test --no-build All.slnx -- RunConfiguration.X=1 -c Debug", "build All.slnx")]
    [InlineData("--project My.csproj --filter-class A.B", "test --no-build --project My.csproj --filter-class A.B", "build My.csproj")]
    [InlineData("My.csproj /property:A=1 /P:B=2 -P:C=3 /nr:false", "test --no-build My.csproj /property:A=1 /P:B=2 -P:C=3 /nr:false", "build My.csproj /property:A=1 /P:B=2 -P:C=3 /nr:false")]
    [InlineData("/p:A=1 -p:B=2 --property:C=3", "test --no-build /p:A=1 -p:B=2 --property:C=3", "build /p:A=1 -p:B=2 --property:C=3")]
    [InlineData("/no:such/My.csproj /t:VSTest -l:trx", "test --no-build /no:such/My.csproj /t:VSTest -l:trx", "build /no:such/My.csproj")]
    [InlineData("My.csproj --no-build", "test My.csproj --no-build", null)]
    [InlineData("bin/My.dll --filter A", "test bin/My.dll --filter A", null)]
    public void Builds_what_is_tested(string arguments, string test, string? build)
    {
        var parsed = TestArguments.Of(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(test, string.Join(' ', parsed.Test));
        Assert.Equal(build, parsed.Build is null ? null : string.Join(' ', parsed.Build));
    }

    [Theory]
    [InlineData("run", "run")]
    [InlineData("run --help", "run --help")]
    [InlineData("run --workers 2", "run --workers 2")]
    [InlineData("run --workers", "run --workers")]
    [InlineData("run My.csproj -c Release", "run -- My.csproj -c Release")]
    [InlineData("run --workers 2 --restarts=0 --filter X", "run --workers 2 --restarts=0 -- --filter X")]
    [InlineData("run -- --workers 2", "run -- --workers 2")]
    [InlineData("run My.csproj -- --workers 2", "run -- My.csproj -- --workers 2")]
    [InlineData("run -- --worker 2", "run -- --worker 2")]
    [InlineData("status run", "status run")]
    public void Own_options_come_first(string given, string separated) =>
        Assert.Equal(separated, string.Join(' ', RunCommand.Separate(given.Split(' '))));

    [Theory]
    [InlineData("run My.csproj --workers 2")]
    [InlineData("run --workers 0")]
    [InlineData("run --workers many")]
    [InlineData("run --restarts -1")]
    public async Task Wrong_usage_is_exit_code_2(string arguments)
    {
        var result = await Tool.Run(TimeProvider.System, arguments.Split(' '));

        Assert.Equal(2, result.Code);
        Assert.NotEqual("", result.Error);
    }

    [Theory]
    [InlineData("run --worker 2 My.csproj", "'--worker' is the beginning of '--workers'")]
    [InlineData("run My.csproj --rest=1", "'--rest=1' is the beginning of '--restarts'")]
    public async Task An_option_that_is_not_written_in_full_is_not_handed_on(string arguments, string fact)
    {
        var result = await Tool.Run(TimeProvider.System, arguments.Split(' '));

        Assert.Equal(2, result.Code);
        Assert.StartsWith($"Options are written in full, but {fact}.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_is_that_of_run()
    {
        var help = await Tool.Run(TimeProvider.System, ["run", "--help"]);

        Assert.Equal((0, ""), (help.Code, help.Error));
        Assert.Contains("Default: 3.", help.Out, StringComparison.Ordinal);
        Assert.Contains("Exit codes: 0", help.Out, StringComparison.Ordinal);
    }
}
