using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using MultiRunner.Page.Tests.Sweeps;

namespace MultiRunner.Page.Tests;

/// <summary>The rules of axe, which programs can check: contrast, names of controls, roles, order of headings and the like.</summary>
public sealed class AccessibilityTests(Browser browser, ReportPages pages)
{
    [Theory]
    [InlineData(nameof(ReportPages.Penguins), ColorScheme.Light)]
    [InlineData(nameof(ReportPages.Penguins), ColorScheme.Dark)]
    [InlineData(nameof(ReportPages.Failing), ColorScheme.Light)]
    [InlineData(nameof(ReportPages.Failing), ColorScheme.Dark)]
    public async Task Nothing_serious_is_wrong(string sweep, ColorScheme scheme) => await browser.Visit(
        (await pages.Named(sweep)).File,
        async page =>
        {
            await page.ScrollThrough();
            await page.OpenAll();
            var result = await page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
            var wrong = result.Violations.Where(v => v.Impact is "serious" or "critical").SelectMany(v => v.Nodes.Select(n => $"{v.Id}: {n.Html}"));
            Assert.True(!wrong.Any(), string.Join('\n', wrong.Distinct().Take(30)));
        },
        new() { ColorScheme = scheme });
}
