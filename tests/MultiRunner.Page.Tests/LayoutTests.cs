using MultiRunner.Page.Tests.Sweeps;

namespace MultiRunner.Page.Tests;

/// <summary>Screens of all widths, light and dark, and paper.</summary>
public sealed class LayoutTests(Browser browser, ReportPages pages)
{
    [Theory]
    [InlineData(nameof(ReportPages.Penguins), true)]
    [InlineData(nameof(ReportPages.Penguins), false)]
    [InlineData(nameof(ReportPages.Failing), true)]
    [InlineData(nameof(ReportPages.Hostile), true)]
    [InlineData(nameof(ReportPages.Hostile), false)]
    public async Task A_screen_of_360_pixels_need_not_be_scrolled_sideways(string sweep, bool script) => await browser.Visit(
        (await pages.Named(sweep)).File,
        async page =>
        {
            if (script)
            {
                await page.ScrollThrough();
                await page.OpenAll();
            }

            var (page360, tooWide) = (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), await TooWide(page));
            Assert.True(page360 <= 360, $"The page is {page360} pixels wide because of {string.Join(", ", tooWide)}.");
        },
        new() { ViewportSize = new() { Width = 360, Height = 740 }, JavaScriptEnabled = script });

    [Theory]
    [InlineData(ColorScheme.Light, 0.7, 1)]
    [InlineData(ColorScheme.Dark, 0, 0.2)]
    public async Task The_background_is_as_light_as_the_person_likes_it(ColorScheme scheme, double darkest, double lightest) =>
        await browser.Visit(
        (await pages.Penguins).File,
        async page =>
        {
            await page.Ready();
            var backgrounds = await page.EvaluateAsync<double[]>(
                """
                () => [...document.querySelectorAll('html, body, main, section')]
                  .map(e => getComputedStyle(e).backgroundColor.match(/[\d.]+/g).map(Number))
                  .filter(c => c.length < 4 || c[3] > 0.5)
                  .map(c => (0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2]) / 255)
                """);
            Assert.NotEmpty(backgrounds);
            Assert.All(backgrounds, b => Assert.InRange(b, darkest, lightest));
        },
        new() { ColorScheme = scheme });

    [Theory]
    [InlineData(nameof(ReportPages.Penguins))]
    [InlineData(nameof(ReportPages.Failing))]
    public async Task It_prints_with_its_charts_and_without_its_buttons(string sweep) => await browser.Visit(
        (await pages.Named(sweep)).File,
        async page =>
        {
            await page.Ready();
            var pdf = await page.PdfAsync(new() { Format = "A4" });
            Assert.True(pdf.Length > 50_000, $"The paper has {pdf.Length} bytes.");

            await page.EmulateMediaAsync(new() { Media = Media.Print });
            Assert.False(await page.Locator("button:not(.sort):visible, input:visible").First.IsVisibleAsync());
            Assert.True(await page.Locator("#parallel").IsVisibleAsync());
        },
        new() { ColorScheme = ColorScheme.Dark });

    /// <summary>The elements that reach beyond the right edge and do not lie in something that can be scrolled by itself.</summary>
    private static async Task<string[]> TooWide(IPage page) => await page.EvaluateAsync<string[]>(
        """
        () => [...document.querySelectorAll('main *')]
          .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
          .filter(e => {
            for (let p = e.parentElement; p; p = p.parentElement)
              if (getComputedStyle(p).overflowX !== 'visible') return false;
            return true;
          })
          .map(e => `${e.tagName.toLowerCase()}${e.id ? '#' + e.id : ''}.${e.className} in ${e.closest('section')?.id}`)
          .slice(0, 10)
        """);
}
