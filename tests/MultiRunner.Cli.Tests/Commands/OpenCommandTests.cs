using MultiRunner.Cli.Live;
using MultiRunner.Format;

namespace MultiRunner.Cli.Tests.Commands;

public sealed class OpenCommandTests : IDisposable
{
    private const string Elsewhere = "node-b-12-00ff";

    private readonly SweepOnDisk sweep = new SweepOnDisk().WithFourPoints();
    private readonly List<string> started = [];

    public void Dispose() => sweep.Dispose();

    private string Page => sweep.FullPath(SweepLayout.HtmlReport);

    [Fact]
    public async Task The_page_is_made_and_given_to_the_browser()
    {
        var result = await Open([sweep.FullPath("")], ("BROWSER", "firefox --new-window %s:lynx"));

        Assert.Equal(new ToolResult(0, "", ""), result);
        Assert.Equal([$"firefox --new-window {new Uri(Page).AbsoluteUri}"], started);
        Assert.StartsWith("<!DOCTYPE html>", await File.ReadAllTextAsync(Page, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_older_than_the_sweep_or_missing_is_made_anew_and_any_other_is_left()
    {
        await Open([sweep.FullPath(""), "--print"]);
        await File.WriteAllTextAsync(Page, "as it was", TestContext.Current.CancellationToken);

        Assert.Equal(new ToolResult(0, $"{Page}\n", ""), await Open([sweep.FullPath(""), "--print"]));
        Assert.Equal("as it was", await File.ReadAllTextAsync(Page, TestContext.Current.CancellationToken));

        sweep.Finish(0, Elsewhere, 2, ("result", 1));
        await Open([sweep.FullPath(""), "--print"]);
        Assert.NotEqual("as it was", await File.ReadAllTextAsync(Page, TestContext.Current.CancellationToken));

        File.Delete(Page);
        await Open([sweep.FullPath(""), "--print"]);
        Assert.True(File.Exists(Page));
        Assert.Empty(started);
    }

    [Theory]
    [InlineData("BROWSER", "no-such-browser")]
    [InlineData("DISPLAY", "")]
    public async Task Where_there_is_no_browser_the_path_is_printed(string name, string value)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems always have a browser.");

        Assert.Equal(new ToolResult(0, $"{Page}\n", ""), await Open([sweep.FullPath("")], (name, value)));
    }

    [Fact]
    public void A_screen_of_X_or_of_Wayland_is_where_xdg_open_opens_a_page()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems have other programs.");

        Assert.Equal([["xdg-open", "/a b.html"]], Browser.Commands("/a b.html", name => name == "DISPLAY" ? ":0" : null));
        Assert.Equal([["xdg-open", "/a b.html"]], Browser.Commands("/a b.html", name => name == "WAYLAND_DISPLAY" ? "wayland-0" : null));
        Assert.Equal([["a", "file:///a%20b.html"], ["b", "file:///a%20b.html"]], Browser.Commands("/a b.html", name => name == "BROWSER" ? "a:b" : null));
    }

    [Fact]
    public void A_program_that_is_missing_or_fails_at_once_has_not_started()
    {
        Assert.False(Browser.Start(["no-such-program-anywhere"]));
        Assert.False(Browser.Start(["false"]));
        Assert.True(Browser.Start(["true"]));
    }

    [Fact]
    public async Task Of_more_than_five_sweeps_none_is_opened()
    {
        using var tree = new SweepTree("a", "b", "c", "d", "e", "f");

        var result = await Open([tree.Path], ("BROWSER", "firefox"));

        Assert.Equal(6, result.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal("At most 5 pages are opened, but there are 6 sweeps. Give the PATH of one of them.\n", result.Error);
        Assert.Empty(started);
    }

    [Fact]
    public async Task In_a_directory_that_cannot_be_written_the_page_is_a_temporary_file()
    {
        // A file where the directory of the report would be refuses every user, root as well.
        sweep.Write(SweepLayout.Report, "in the way"u8);

        var result = await Open([sweep.FullPath(""), "--print"]);

        var page = result.Out.TrimEnd();
        Assert.Equal(0, result.Code);
        Assert.StartsWith("<!DOCTYPE html>", await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains($"It was written to '{page}'.", result.Error, StringComparison.Ordinal);
        Directory.Delete(Path.GetDirectoryName(page)!, recursive: true);
    }

    private async Task<ToolResult> Open(string[] arguments, params (string Name, string Value)[] variables)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var context = new CliContext(
            output, error, name => variables.FirstOrDefault(v => v.Name == name).Value, "/", sweep.Time, IsTerminal: false)
        {
            Start = command =>
            {
                if (command[0] == "no-such-browser")
                    return false;
                started.Add(string.Join(' ', command));
                return true;
            },
        };
        var code = await CommandLine.Run(["open", .. arguments], context);
        return new ToolResult(code, output.ToString(), error.ToString());
    }
}
