using System.Globalization;
using MultiRunner.Page.Tests.Sweeps;

namespace MultiRunner.Page.Tests;

/// <summary>A row opens to all that is known of it.</summary>
public sealed class RowTests(Browser browser, ReportPages pages)
{
    [Fact]
    public async Task A_click_opens_a_row_and_another_one_closes_it()
    {
        var tested = await pages.Penguins;
        var best = tested.Configurations()[0];
        var indices = best.GetProperty("points").EnumerateArray().Select(p => p.GetInt32()).ToList();
        var points = indices.ConvertAll(i => tested.Points()[i]);
        await Visit(tested, async (page, table) =>
        {
            await table.Rows.First.ClickAsync();
            var opened = page.Locator("#table .details");
            await Assertions.Expect(opened).ToHaveCountAsync(1);
            await Assertions.Expect(table.Rows.First).ToHaveAttributeAsync("aria-expanded", "true");

            var repeats = opened.GetByRole(AriaRole.Table);
            var columns = (await repeats.Columns()).ToList();
            var rows = await repeats.Rows();
            Assert.Equal(indices.Select(i => i.ToString(CultureInfo.InvariantCulture)), rows.Select(r => r[columns.IndexOf("point")]));
            foreach (var metric in new[] { "accuracy", "logLoss" })
            {
                Assert.Equal(
                    points.Select(p => p.Metric(metric)),
                    rows.Select(r => double.Parse(r[columns.IndexOf(metric)], CultureInfo.InvariantCulture)),
                    (a, b) => Math.Abs(a - b) < 1e-6);
            }

            Assert.Equal(points.Select(p => p.GetProperty("worker").GetString()), rows.Select(r => r[columns.IndexOf("worker")]));
            foreach (var text in points.SelectMany(p => p.GetProperty("details").EnumerateObject()).Select(d => d.Value.GetString()!))
                Assert.Equal(1, await opened.GetByText(text, new() { Exact = true }).CountAsync());
            Assert.True(await opened.GetByRole(AriaRole.Link, new() { Name = "confusion.png" }).First.IsVisibleAsync());
            await opened.Locator(".chart").First.ScrollIntoViewIfNeededAsync();
            await opened.Locator(".chart svg, .chart canvas").First.WaitForAsync();

            await table.Rows.First.ClickAsync();
            await Assertions.Expect(opened).ToHaveCountAsync(0);
            await Assertions.Expect(table.Rows.First).ToHaveAttributeAsync("aria-expanded", "false");
        });
    }

    [Fact]
    public async Task The_keyboard_alone_opens_a_row()
    {
        var tested = await pages.Penguins;
        await Visit(tested, async (page, table) =>
        {
            await table.Search.FocusAsync();
            for (var i = 0; i < 40 && !await IsInRow(page); i++)
                await page.Keyboard.PressAsync("Tab");
            Assert.True(await IsInRow(page), "No row can be reached with Tab.");

            await page.Keyboard.PressAsync("ArrowDown");
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(table.Rows.Nth(1)).ToHaveAttributeAsync("aria-expanded", "true");
            await Assertions.Expect(table.Rows.Nth(1)).ToBeFocusedAsync();
            await page.Keyboard.PressAsync("Space");
            await Assertions.Expect(table.Rows.Nth(1)).ToHaveAttributeAsync("aria-expanded", "false");
        });
    }

    [Fact]
    public async Task A_failed_point_opens_to_its_attempts_with_their_stack_traces()
    {
        var tested = await pages.Failing;
        await Visit(tested, async (page, table) =>
        {
            await table.Filter("point=6");
            await table.Says("1 of 24 points.");
            await table.Rows.First.ClickAsync();
            var attempts = page.Locator("#table .attempt");
            Assert.Equal(3, await attempts.CountAsync());
            Assert.Contains(Sweeps.Failing.Diverged, await attempts.First.Locator(".message").InnerTextAsync(), StringComparison.Ordinal);
            await attempts.First.GetByText("Stack trace").ClickAsync();
            await Assertions.Expect(attempts.First.GetByText("Optimizer.cs:line 42")).ToBeVisibleAsync();
            Assert.Equal(3, await page.Locator("#table .attempt a[href^='../attempts/6.']").CountAsync());
        });
    }

    private static async Task<bool> IsInRow(IPage page) =>
        await page.EvaluateAsync<bool>("() => document.activeElement.matches('#table tr.row')");

    private Task Visit(ReportPage tested, Func<IPage, ResultsTable, Task> visit) => browser.Visit(tested.File, async page =>
    {
        await page.Ready();
        await visit(page, new ResultsTable(page));
    });
}
