using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using MultiRunner.Page.Tests.Sweeps;

namespace MultiRunner.Page.Tests;

/// <summary>The rules of axe, which programs can check: contrast, names of controls, roles, order of headings and the like.</summary>
public sealed class AccessibilityTests(Browser browser, ReportPages pages)
{
    [Theory]
    [InlineData(nameof(ReportPages.Penguins))]
    [InlineData(nameof(ReportPages.Failing))]
    public async Task Nothing_serious_is_wrong(string sweep) => await browser.Visit(
        (await pages.Named(sweep)).File,
        async page =>
        {
            await page.ScrollThrough();
            await page.OpenAll();
            Assert.Equal("", string.Join('\n', [.. await Wrong(page, ColorScheme.Light), .. await Wrong(page, ColorScheme.Dark)]));
        });

    private static async Task<IEnumerable<string>> Wrong(IPage page, ColorScheme scheme)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        var result = await page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        return result.Violations
            .Where(v => v.Impact is "serious" or "critical")
            .SelectMany(v => v.Nodes.Select(n => $"{v.Id}: {n.Html}"))
            .Distinct();
    }
}
