using System.Globalization;
using System.Text.Json;
using MultiRunner.Page.Tests.Sweeps;

namespace MultiRunner.Page.Tests;

/// <summary>What a browser shows that runs no script, such as the view of a mail.</summary>
public sealed class WithoutScriptTests(Browser browser, ReportPages pages)
{
    [Theory]
    [InlineData(nameof(ReportPages.Penguins))]
    [InlineData(nameof(ReportPages.Failing))]
    [InlineData(nameof(ReportPages.Hostile))]
    [InlineData(nameof(ReportPages.Large))]
    public async Task The_first_lines_are_those_of_the_text_report(string sweep)
    {
        var tested = await pages.Named(sweep);
        var text = await File.ReadAllLinesAsync(tested.TextReport, TestContext.Current.CancellationToken);
        await Visit(tested, async page =>
        {
            Assert.Equal(text[0], $"{await page.Locator("h1").InnerTextAsync()}: {await page.Locator(".counts").InnerTextAsync()}");
            Assert.Contains(await page.Locator(".headline").InnerTextAsync(), text);
            Assert.False(await page.Locator("#explore").IsVisibleAsync());
        });
    }

    [Fact]
    public async Task The_best_configurations_are_those_of_the_json_report()
    {
        var tested = await pages.Penguins;
        var best = tested.Report.GetProperty("best").EnumerateArray().ToList();
        await Visit(tested, async page =>
        {
            var table = page.Locator("#results table");
            var columns = (await table.Columns()).ToList();
            var rows = await table.Rows();
            Assert.Equal(best.Count, rows.Length);
            Assert.All(best.Zip(rows), pair =>
            {
                var (configuration, row) = pair;
                string Cell(string column) => row[columns.IndexOf(column)];
                Assert.Equal(configuration.GetProperty("rank").GetRawText(), Cell("rank").TrimEnd('~', '='));
                foreach (var parameter in new[] { "trees", "leaves", "learningRate" })
                    Assert.Equal(configuration.GetProperty("arguments").GetProperty(parameter).GetRawText(), Cell(parameter));
                var objective = configuration.GetProperty("objective");
                var (mean, half) = (objective.GetProperty("mean").GetDouble(), objective.GetProperty("high").GetDouble());
                var shown = Cell("accuracy").Split(" ± ").Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToList();
                Assert.Equal([Math.Round(mean, 5), Math.Round(half - mean, 5)], shown);
            });
        });
    }

    [Fact]
    public async Task Each_failed_point_and_what_went_wrong_can_be_read()
    {
        var tested = await pages.Failing;
        var failed = tested.Points().Where(p => p.State() == "failed").ToList();
        await Visit(tested, async page =>
        {
            var section = page.Locator("section", new() { Has = page.GetByRole(AriaRole.Heading, new() { Name = "Failed points" }) }).Last;
            var text = (await section.InnerTextAsync()).ReplaceLineEndings("\n");
            Assert.All(failed, point => Assert.Contains($"Point {point.GetProperty("point")}: ", text, StringComparison.Ordinal));
            Assert.Contains(Sweeps.Failing.Diverged, text, StringComparison.Ordinal);
            Assert.Contains(Sweeps.Failing.OutOfMemory, text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Counts_agree_with_the_json_report()
    {
        var tested = await pages.Failing;
        var counts = tested.Report.GetProperty("counts");
        await Visit(tested, async page => Assert.Equal(
            $"{Count("finished")} of {Count("total")} points finished, {Count("failed")} failed, {Count("skipped")} skipped, "
                + $"{Count("running")} running.",
            await page.Locator(".counts").InnerTextAsync()));

        JsonElement Count(string name) => counts.GetProperty(name);
    }

    private Task Visit(ReportPage tested, Func<IPage, Task> visit) =>
        browser.Visit(tested.File, visit, new() { JavaScriptEnabled = false });
}
