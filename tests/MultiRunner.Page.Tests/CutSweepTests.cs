using MultiRunner.Core.Tests.Reports;
using MultiRunner.Reports.Page;

namespace MultiRunner.Page.Tests;

/// <summary>A sweep of more configurations than a page has: those that failed have no row.</summary>
public sealed class CutSweepTests(Browser browser)
{
    [Fact]
    public async Task Failures_are_there_although_their_points_are_not_in_the_table()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("page-").FullName, "report.html");
        await using (var stream = File.Create(file))
            HtmlReport.Write(ManyPoints.FinishedAndFailed(PageSelection.MostConfigurations, failed: 1_000), stream);
        try
        {
            await browser.Visit(file, async page =>
            {
                await page.Ready();
                await Assertions.Expect(page.Locator("#summary .legend")).ToContainTextAsync("1,000 failed");
                await Assertions.Expect(page.Locator("#summary dl")).ToContainTextAsync("1,000");
                await Assertions.Expect(page.Locator("#failures .hint")).ToContainTextAsync("1,000 points failed for good.");
                var group = page.Locator("#failures .groups > li").First;
                await Assertions.Expect(group).ToContainTextAsync("It is not in the table.");
                Assert.Equal(0, await group.GetByRole(AriaRole.Button).CountAsync());
                await Assertions.Expect(page.Locator("#about")).ToContainTextAsync("1,000 failed points are not in the table");
            });
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }
}
