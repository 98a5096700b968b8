using System.Diagnostics;
using MultiRunner.Page.Tests.Sweeps;

namespace MultiRunner.Page.Tests;

/// <summary>10,000 points with curves.</summary>
public sealed class LargeSweepTests(Browser browser, ReportPages pages)
{
    /// <summary>Generous: on a machine with nothing else to do it takes between one and two seconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    [Fact]
    public async Task The_page_is_below_ten_megabytes()
    {
        var size = new FileInfo((await pages.Large).File).Length;
        Assert.InRange(size, 1_000_000, 10_000_000);
    }

    [Fact]
    public async Task It_is_ready_soon_and_answers_to_filters_and_drags()
    {
        var tested = await pages.Large;
        var all = tested.Configurations();
        await browser.Visit(tested.File, async page =>
        {
            await page.Ready();
            var table = new ResultsTable(page);
            await table.Says("All 1,000 configurations.");

            var clock = Stopwatch.StartNew();
            await table.Filter("layers=5 width>256");
            await table.Says($"{all.Count(c => c.Argument("layers") == 5 && c.Argument("width") > 256)} of 1,000 configurations.");
            await table.ShowAll.ClickAsync();
            await page.Brush(1, 5, 6, beyond: 6);
            await table.Says($"{all.Count(c => c.Argument("layers") is 5 or 6)} of 1,000 configurations.");
            Assert.All(await table.Numbers("layers"), layers => Assert.InRange(layers, 5, 6));
            await table.ShowAll.ClickAsync();
            await table.Sort("loss");
            Assert.Equal(all.Min(c => c.Metric("loss")), (await table.Numbers("loss"))[0], 3);
            Assert.InRange(clock.Elapsed, TimeSpan.Zero, Patience);
        });
    }

    [Fact]
    public async Task It_says_that_curves_are_thinned()
    {
        var tested = await pages.Large;
        await browser.Visit(tested.File, async page =>
        {
            await page.Ready();
            await page.Chart("curves");
            var note = page.Locator("#curves .note");
            await Assertions.Expect(note).ToContainTextAsync("thinned");
            await Assertions.Expect(note).ToContainTextAsync($"{Large.Steps}");
            await Assertions.Expect(note).ToContainTextAsync("of 10,000 curves are drawn");
        });
    }
}
