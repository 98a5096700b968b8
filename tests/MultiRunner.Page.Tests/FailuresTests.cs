using MultiRunner.Page.Tests.Sweeps;

namespace MultiRunner.Page.Tests;

/// <summary>Failures by their message.</summary>
public sealed class FailuresTests(Browser browser, ReportPages pages)
{
    [Fact]
    public async Task Failures_with_one_message_are_one_group_and_lead_to_their_points()
    {
        var tested = await pages.Failing;
        var diverged = tested.Points()
            .Where(p => p.TryGetProperty("failures", out var failures)
                && failures.EnumerateArray().Any(f => f.GetProperty("message").GetString() == Sweeps.Failing.Diverged))
            .ToList();
        await browser.Visit(tested.File, async page =>
        {
            await page.Ready();
            var table = new ResultsTable(page);
            var group = page.Locator("#failures .groups > li", new() { HasText = "The loss is NaN" });
            await Assertions.Expect(group).ToHaveCountAsync(1);
            await Assertions.Expect(group).ToContainTextAsync($"{diverged.Sum(p => p.GetProperty("failures").GetArrayLength())} ×");

            await group.GetByRole(AriaRole.Button).ClickAsync();
            await table.Says($"{diverged.Count} of {tested.Points().Count} points.");
            Assert.Equal(diverged.Select(p => (double)p.GetProperty("point").GetInt32()), await table.Numbers("point"));
            Assert.All(await table.Cells("state"), state => Assert.Equal("failed", state));
            await Assertions.Expect(table.Rows.First).ToBeInViewportAsync();
        });
    }

    [Fact]
    public async Task A_point_that_skipped_itself_is_there_with_its_reason()
    {
        var tested = await pages.Failing;
        await browser.Visit(tested.File, async page =>
        {
            await page.Ready();
            var group = page.Locator("#failures .groups > li", new() { HasText = Sweeps.Failing.NoDevice });
            await group.GetByRole(AriaRole.Button).ClickAsync();
            var table = new ResultsTable(page);
            await table.Says("1 of 24 points.");
            Assert.Equal(["skipped"], await table.Cells("state"));
        });
    }
}
