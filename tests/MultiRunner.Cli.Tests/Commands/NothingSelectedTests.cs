using MultiRunner.Core.Tests.Schemas;

namespace MultiRunner.Cli.Tests.Commands;

/// <summary>Filters that no point matches, and paths that are empty, as of a variable of a script that has no value.</summary>
public sealed class NothingSelectedTests : IDisposable
{
    private readonly SweepOnDisk sweep = EverythingSweep.Create();

    public void Dispose() => sweep.Dispose();

    [Theory]
    [InlineData("report", 0)]
    [InlineData("best", 1)]
    [InlineData("status", 0)]
    [InlineData("export --format junit", 0)]
    [InlineData("export --format CSV", 0)]
    public async Task A_filter_that_no_point_matches_is_said_to_match_none(string command, int code)
    {
        var shown = await Tool.Run(sweep.Time, [.. command.Split(' '), "--where", "point > 99"], directory: sweep.FullPath(""));

        Assert.Equal(code, shown.Code);
        Assert.Matches(@"^--where ""point > 99"" matches none of the \d points of [\w.]+\.\n", shown.Error);
        Assert.DoesNotContain("none has finished", shown.Out + shown.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_that_some_points_match_is_not_commented_on()
    {
        var shown = await Tool.Run(sweep.Time, ["export", "--format", "junit", "--where", "point < 1"], directory: sweep.FullPath(""));

        Assert.Equal((0, ""), (shown.Code, shown.Error));
    }

    [Theory]
    [InlineData("status")]
    [InlineData("verify")]
    [InlineData("rerun --failed")]
    public async Task An_empty_path_is_not_the_current_directory(string command)
    {
        var shown = await Tool.Run(sweep.Time, [.. command.Split(' '), ""], directory: sweep.FullPath(""));

        Assert.Equal((2, ""), (shown.Code, shown.Out));
        Assert.StartsWith("PATH is the path of a directory, but it is empty.", shown.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_path_to_export_to_is_an_error()
    {
        var shown = await Tool.Run(sweep.Time, ["export", "--format", "csv", "--output", ""], directory: sweep.FullPath(""));

        Assert.Equal((2, ""), (shown.Code, shown.Out));
        Assert.StartsWith("--output is the path of a file or of a directory, but it is empty.", shown.Error, StringComparison.Ordinal);
    }
}
