namespace MultiRunner.Page.Tests;

/// <summary>Makes a page show all that it has: charts are drawn when they come into view.</summary>
internal static class Whole
{
    /// <summary>Waits until the page's script has shown its part.</summary>
    public static Task Ready(this IPage page) => page.Locator("#explore").WaitForAsync(new() { State = WaitForSelectorState.Visible });

    /// <summary>Scrolls to every section, and waits until each chart that can be seen is drawn.</summary>
    public static async Task ScrollThrough(this IPage page)
    {
        await page.Ready();
        foreach (var chart in await page.Locator(".chart").AllAsync())
        {
            if (!await chart.IsVisibleAsync())
                continue;
            await chart.ScrollIntoViewIfNeededAsync();
            await chart.Locator("svg, canvas").First.WaitForAsync();
        }

        await page.EvaluateAsync("() => scrollTo(0, 0)");
    }

    /// <summary>Opens the first and the last rows of the table, and everything else that can be opened.</summary>
    public static async Task OpenAll(this IPage page)
    {
        await page.Locator("#table tr.row").Last.ClickAsync();
        await page.Locator("#table tr.row").First.ClickAsync();
        await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(d => d.open = true)");
    }
}
