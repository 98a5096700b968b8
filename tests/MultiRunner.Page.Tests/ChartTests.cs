using System.Globalization;
using MultiRunner.Core.Tests.Reports;
using MultiRunner.Format;
using MultiRunner.Page.Tests.Sweeps;

namespace MultiRunner.Page.Tests;

/// <summary>The charts, and how they and the table follow one another.</summary>
public sealed class ChartTests(Browser browser, ReportPages pages)
{
    [Fact]
    public async Task A_drag_along_an_axis_chooses_what_the_table_and_the_other_charts_show()
    {
        var tested = await pages.Penguins;
        var all = tested.Configurations();
        await Visit(tested, async (page, table) =>
        {
            await page.Brush(0, 20, 60, beyond: 5);
            await table.Says($"{all.Count(c => c.Argument("trees") >= 20)} of {all.Count} configurations.");
            Assert.All(await table.Numbers("trees"), trees => Assert.InRange(trees, 20, 60));

            // A second axis narrows it further: both must hold.
            var means = all.Where(c => c.Argument("trees") >= 20).Select(c => c.Mean()).OrderDescending().ToList();
            await page.Brush(3, means[0] + ((means[3] - means[4]) / 2), (means[3] + means[4]) / 2);
            await table.Says($"4 of {all.Count} configurations.");
            Assert.Equal((double[])[1, 2, 3, 4], await table.Numbers("rank"));
            await page.Chart("scatter");
            await Assertions.Expect(page.Locator("#scatter .note")).ToContainTextAsync("4 configurations");

            await table.Filter("learningRate=0.2");
            var chosen = all.Take(4).Count(c => c.Argument("learningRate") == 0.2);
            await table.Says($"{chosen} of {all.Count} configurations.");
            Assert.Equal(2, await table.Chips.CountAsync());

            await table.ShowAll.ClickAsync();
            await table.Says($"All {all.Count} configurations.");
            Assert.Equal(0, await table.Chips.CountAsync());
        });
    }

    [Fact]
    public async Task A_drag_beyond_the_end_of_a_logarithmic_axis_takes_the_end()
    {
        var sweep = new SweepOnDisk();
        sweep.Axes("S.M", new Objective("score", Maximize: true), ("rate", [0.0001, 0.001, 0.01, 0.1]), ("b", [1, 2]));
        for (var point = 0; point < 8; point++)
            sweep.Finish(point, Workers.Alpha, 1, ("score", point));
        using var tested = await ReportPage.Of(sweep);
        await Visit(tested, async (page, table) =>
        {
            await page.Brush(0, 0.0001, 0.01, beyond: 8);
            await table.Says("6 of 8 points.");
            await page.Brush(1, 1, 2, beyond: 8);
            await table.Says("6 of 8 points.");
            await table.ShowAll.ClickAsync();
            await page.Brush(0, 0.01, 0.1, beyond: 8);
            await table.Says("4 of 8 points.");
        });
    }

    [Fact]
    public async Task A_filter_is_taken_away_by_itself()
    {
        var tested = await pages.Penguins;
        await Visit(tested, async (page, table) =>
        {
            await page.Brush(0, 60, 60, beyond: 8);
            await table.Says("6 of 18 configurations.");
            await table.Filter("leaves=8");
            await table.Says("2 of 18 configurations.");
            await table.Chips.Filter(new() { HasText = "leaves=8" }).ClickAsync();
            await table.Says("6 of 18 configurations.");
            await table.Chips.ClickAsync();
            await table.Says("All 18 configurations.");
        });
    }

    [Fact]
    public async Task The_heat_map_shows_the_means_of_the_pair_that_is_chosen()
    {
        var tested = await pages.Penguins;
        var points = tested.Points();
        await Visit(tested, async (page, _) =>
        {
            var chart = await page.Chart("heat");
            (string, string, string)[] choices =
                [("learningRate", "leaves", "accuracy"), ("leaves", "trees", "accuracy"), ("leaves", "trees", "logLoss")];
            foreach (var (across, down, metric) in choices)
            {
                await page.Locator("#heat").GetByRole(AriaRole.Combobox, new() { Name = "Across" }).SelectOptionAsync(across);
                await page.Locator("#heat").GetByRole(AriaRole.Combobox, new() { Name = "Down" }).SelectOptionAsync(down);
                await page.Locator("#heat").GetByRole(AriaRole.Combobox, new() { Name = "Mean of" }).SelectOptionAsync(metric);
                await Assertions.Expect(chart)
                    .ToHaveAttributeAsync("aria-label", $"Heat map of the mean of {metric} by {across} and {down}.");
                var means = points
                    .GroupBy(p => (p.Argument(across), p.Argument(down)))
                    .Select(cell => cell.Average(p => p.Metric(metric)).ToString("F4", CultureInfo.InvariantCulture));
                var texts = await chart.Texts();
                Assert.All(means, mean => Assert.Contains(mean, texts));
            }
        });
    }

    [Fact]
    public async Task Empty_cells_are_shown_as_empty()
    {
        var tested = await pages.Failing;
        var pairs = tested.Points()
            .GroupBy(p => (p.GetProperty("arguments").GetProperty("optimizer").GetString(), p.Argument("learningRate")))
            .ToList();
        var empty = pairs.Count(pair => pair.All(p => p.State() != "finished"));
        await Visit(tested, async (page, _) =>
        {
            var chart = await page.Chart("heat");
            await Assertions.Expect(page.Locator("#heat .note")).ToContainTextAsync($"{empty} of {pairs.Count} cells are empty");
            Assert.Equal(empty, (await chart.Texts()).Count(text => text == "–"));
        });
    }

    [Fact]
    public async Task The_heat_map_says_that_no_mean_has_an_infinite_result()
    {
        var tested = await pages.Failing;
        await Visit(tested, async (page, _) =>
        {
            await page.Chart("heat");
            var note = page.Locator("#heat .note");
            await Assertions.Expect(note).Not.ToContainTextAsync("infinite");
            await page.Locator("#heat").GetByRole(AriaRole.Combobox, new() { Name = "Mean of" }).SelectOptionAsync("gradient");
            await Assertions.Expect(note).ToContainTextAsync("No mean has the 1 result that is NaN or infinite.");
        });
    }

    [Fact]
    public async Task There_is_no_Pareto_front_before_somebody_says_which_way_is_better()
    {
        var tested = await pages.Penguins;
        await Visit(tested, async (page, _) =>
        {
            await page.Chart("scatter");
            var section = page.Locator("#scatter");
            var note = section.Locator(".note");
            var better = section.GetByRole(AriaRole.Combobox, new() { Name = "Better" });
            await Assertions.Expect(note).ToContainTextAsync("There is no front until you say whether a higher or a lower logLoss is better.");
            await Assertions.Expect(note).Not.ToContainTextAsync("on the front");
            Assert.Equal(["not known", "higher"], await better.EvaluateAllAsync<string[]>("all => all.map(s => s.selectedOptions[0].text)"));

            await better.First.SelectOptionAsync("lower");
            await Assertions.Expect(note).ToContainTextAsync("on the front");
            await Assertions.Expect(note).Not.ToContainTextAsync("There is no front");

            await section.GetByRole(AriaRole.Combobox, new() { Name = "Across" }).SelectOptionAsync("seconds");
            await Assertions.Expect(note).ToContainTextAsync("on the front");
        });
    }

    [Fact]
    public async Task Shares_are_those_of_the_json_report()
    {
        var tested = await pages.Penguins;
        var shares = tested.Report.GetProperty("variance").GetProperty("shares").EnumerateArray().Select(s => (
            Name: string.Join(" x ", s.GetProperty("parameters").EnumerateArray()),
            Share: s.GetProperty("part").GetProperty("share").GetDouble().ToString("P1", CultureInfo.InvariantCulture)));
        await Visit(tested, async (page, _) =>
        {
            var texts = await (await page.Chart("importance")).Texts();
            Assert.All(shares, share =>
            {
                Assert.Contains(share.Name, texts);
                Assert.Contains(share.Share, texts);
            });
        });
    }

    [Theory]
    [InlineData(nameof(ReportPages.Penguins), "parallel", "importance", "values", "heat", "scatter", "curves", "progress", "timeline")]
    [InlineData(nameof(ReportPages.Failing), "parallel", "importance", "values", "heat", "scatter", "progress", "timeline")]
    public async Task Every_chart_is_drawn_and_says_what_it_shows(string sweep, params string[] sections)
    {
        var tested = await pages.Named(sweep);
        await Visit(tested, async (page, _) =>
        {
            foreach (var section in sections)
            {
                var chart = await page.Chart(section);
                Assert.NotEmpty(await chart.GetAttributeAsync("aria-label") ?? "");
            }
        });
    }

    private Task Visit(ReportPage tested, Func<IPage, ResultsTable, Task> visit) => browser.Visit(tested.File, async page =>
    {
        await page.Ready();
        await visit(page, new ResultsTable(page));
    });
}
