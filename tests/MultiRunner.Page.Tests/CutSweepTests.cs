using MultiRunner.Core.Tests.Reports;
using MultiRunner.Reports.Model;
using MultiRunner.Reports.Page;

namespace MultiRunner.Page.Tests;

/// <summary>Pages that have not all of something.</summary>
public sealed class CutSweepTests(Browser browser)
{
    [Fact]
    public async Task Failures_are_there_although_their_points_are_not_in_the_table()
    {
        await Visit(ManyPoints.FinishedAndFailed(PageSelection.MostConfigurations, failed: 1_000), async page =>
        {
            await Assertions.Expect(page.Locator("#summary .legend")).ToContainTextAsync("1,000 failed");
            await Assertions.Expect(page.Locator("#summary dl")).ToContainTextAsync("1,000");
            await Assertions.Expect(page.Locator("#failures .hint")).ToContainTextAsync("1,000 points failed for good.");
            var group = page.Locator("#failures .groups > li").First;
            await Assertions.Expect(group).ToContainTextAsync("It is not in the table.");
            Assert.Equal(0, await group.GetByRole(AriaRole.Button).CountAsync());
            await Assertions.Expect(page.Locator("#about")).ToContainTextAsync("1,000 failed points are not in the table");
        });
    }

    [Fact]
    public async Task Each_chart_of_points_says_of_which_ones_it_is()
    {
        await Visit(ManyPoints.OfPairs(PageSelection.MostConfigurations + 10), async page =>
        {
            const string Part = "the best 20,000 of 20,010 configurations";
            await new ResultsTable(page).Says("All 20,000 points on this page.");
            foreach (var section in new[] { "parallel", "values", "scatter", "curves", "progress", "timeline", "table" })
                await Assertions.Expect(page.Locator($"#{section} > .hint")).ToContainTextAsync($"This page has {Part}.");
            await Assertions.Expect(page.Locator("#heat > .hint")).ToContainTextAsync($"The mean of the finished points of {Part} that have both values.");
        });
    }

    [Fact]
    public async Task A_row_opens_to_its_own_curves_and_says_how_many_files_more_there_are()
    {
        await Visit(ManyPoints.TwoWithDifferentCurves(), async page =>
        {
            // The second point has the higher score, so it is the first row.
            await new ResultsTable(page).Rows.First.ClickAsync();
            var opened = page.Locator("#table .details");
            await Assertions.Expect(opened.Locator(".files li").Last).ToHaveTextAsync("and 1,234 more");
            await Assertions.Expect(opened.Locator(".curve h3")).ToHaveTextAsync("Curve of loss6");
        });
    }

    private async Task Visit(SweepReport report, Func<IPage, Task> visit)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("page-").FullName, "report.html");
        await using (var stream = File.Create(file))
            HtmlReport.Write(report, stream);
        try
        {
            await browser.Visit(file, async page =>
            {
                await page.Ready();
                await visit(page);
            });
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }
}
