using System.Globalization;
using MultiRunner.Core.Tests.Reports;
using MultiRunner.Format;
using MultiRunner.Page.Tests.Sweeps;
using MultiRunner.Reports.Page;

namespace MultiRunner.Page.Tests;

/// <summary>The table of all configurations.</summary>
public sealed class TableTests(Browser browser, ReportPages pages)
{
    [Fact]
    public async Task Its_numbers_are_those_of_the_json_report()
    {
        var tested = await pages.Penguins;
        var expected = tested.Configurations();
        await Visit(tested, async table =>
        {
            await table.Says($"All {expected.Count} configurations.");
            Assert.Equal(expected.Select(c => (double)c.GetProperty("rank").GetInt32()), await table.Numbers("rank"));
            foreach (var parameter in new[] { "trees", "leaves", "learningRate" })
                Assert.Equal(expected.Select(c => c.Argument(parameter)), await table.Numbers(parameter));
            AssertRounded(expected.Select(c => c.Mean()), await table.Cells("accuracy"));
            AssertRounded(expected.Select(c => c.Metric("logLoss")), await table.Cells("logLoss"));
            Assert.All(expected.Zip(await table.Cells("accuracy")), pair =>
            {
                var objective = pair.First.GetProperty("objective");
                var half = (objective.GetProperty("high").GetDouble() - objective.GetProperty("low").GetDouble()) / 2;
                Assert.Equal(half.ToString("F5", CultureInfo.InvariantCulture), pair.Second.Split(" ± ")[1]);
            });
        });
    }

    [Fact]
    public async Task Infinity_and_NaN_are_numbers()
    {
        using var sweep = new SweepOnDisk();
        object?[] limits = [double.PositiveInfinity, double.NaN, double.NegativeInfinity, .. Enumerable.Range(1, 40).Select(i => (object?)i)];
        sweep.Axes("S.M", new Objective("score", Maximize: true), ("limit", limits), ("b", [1, 2]));
        for (var point = 0; point < 2 * limits.Length; point++)
            sweep.Finish(point, "node-a-1-ff", 1, ("score", point));
        await using (var stream = File.Create(sweep.FullPath("page.html")))
            HtmlReport.Write(await sweep.Read(), stream);
        await browser.Visit(sweep.FullPath("page.html"), async page =>
        {
            await page.Ready();
            var table = new ResultsTable(page);
            await table.Filter("b=1 limit>38");
            await table.Says("3 of 86 points.");
            await table.Sort("limit");
            Assert.Equal(["39", "40", "\"Infinity\""], await table.Cells("limit"));
            await table.Filter("b=1 limit<2");
            await table.Says("2 of 86 points.");
            await table.ShowAll.ClickAsync();
            var heat = await (await page.Chart("heat")).Texts();
            Assert.Contains("37 to 40", heat);
            Assert.Contains("∞", heat);
            Assert.Contains("-∞", heat);
            Assert.Contains("NaN", heat);
            await page.Chart("values");
            await Assertions.Expect(page.Locator("#values .note").First).ToContainTextAsync("Not drawn: 6 points at which limit is NaN or infinite.");
            var axis = await (await page.Chart("parallel")).Texts();
            Assert.Contains("NaN", axis);
        });
    }

    [Fact]
    public async Task A_press_on_a_column_sorts_by_it_and_a_second_one_turns_the_order()
    {
        var tested = await pages.Penguins;
        await Visit(tested, async table =>
        {
            foreach (var column in new[] { "logLoss", "trees", "accuracy", "rank" })
            {
                await table.Sort(column);
                await Assertions.Expect(table.Head(column)).ToHaveAttributeAsync("aria-sort", "ascending");
                var up = await table.Numbers(column);
                Assert.Equal(up.Order(), up);

                await table.Sort(column);
                await Assertions.Expect(table.Head(column)).ToHaveAttributeAsync("aria-sort", "descending");
                var down = await table.Numbers(column);
                Assert.Equal(down.OrderDescending(), down);
                Assert.NotEqual(up, down);
            }
        });
    }

    [Fact]
    public async Task What_is_typed_filters_by_words_and_by_comparisons()
    {
        var tested = await pages.Penguins;
        var all = tested.Configurations();
        await Visit(tested, async table =>
        {
            var expected = all.Where(c => c.Argument("trees") == 60 && c.Argument("leaves") > 2).ToList();
            await table.Filter("trees=60 leaves>2");
            await table.Says($"{expected.Count} of {all.Count} configurations.");
            AssertRounded(expected.Select(c => c.Mean()), await table.Cells("accuracy"));

            await table.Filter("model-7.zip");
            await table.Says($"1 of {all.Count} configurations.");
            Assert.Equal(["5"], await table.Cells("trees"));
            Assert.Equal(["2"], await table.Cells("leaves"));
            Assert.Equal(["0.2"], await table.Cells("learningRate"));

            await table.Filter("no such thing");
            await table.Says($"0 of {all.Count} configurations.");
            Assert.Equal(0, await table.Rows.CountAsync());

            await table.ShowAll.ClickAsync();
            await table.Says($"All {all.Count} configurations.");
            Assert.Equal("", await table.Search.InputValueAsync());
            Assert.Equal(all.Count, await table.Rows.CountAsync());
        });
    }

    [Fact]
    public async Task A_comparison_is_false_for_what_a_point_does_not_have()
    {
        var tested = await pages.Failing;
        await Visit(tested, async table =>
        {
            await table.Filter("loss!=7");
            await table.Says("14 of 24 points.");
            await table.Filter("optimizer!=sgd");
            await table.Says("16 of 24 points.");
        });
    }

    [Fact]
    public async Task Columns_can_be_hidden_and_shown()
    {
        var tested = await pages.Penguins;
        await browser.Visit(tested.File, async page =>
        {
            await page.Ready();
            var table = new ResultsTable(page);
            await page.Locator("#table summary", new() { HasText = "Columns" }).ClickAsync();
            await page.Locator("#table .menu").GetByLabel("logLoss", new() { Exact = true }).UncheckAsync();
            await page.Locator("#table .menu").GetByLabel("worker", new() { Exact = true }).CheckAsync();
            await page.Keyboard.PressAsync("Escape");
            var columns = await table.Columns();
            Assert.DoesNotContain("logLoss", columns);
            Assert.Contains("worker", columns);
            Assert.All(await table.Cells("worker"), cell => Assert.Contains(Workers.Alpha, cell, StringComparison.Ordinal));
        });
    }

    private Task Visit(ReportPage tested, Func<ResultsTable, Task> visit) => browser.Visit(tested.File, async page =>
    {
        await page.Ready();
        await visit(new ResultsTable(page));
    });

    /// <summary>Each cell is the number, rounded to the decimals that the cell has.</summary>
    private static void AssertRounded(IEnumerable<double> expected, IReadOnlyList<string> cells)
    {
        var numbers = cells.Select(c => c.Split(' ')[0]).ToList();
        var decimals = numbers.Select(n => n.Split('.') is [_, var behind] ? behind.Length : 0).Distinct().Single();
        Assert.True(decimals > 1, $"{numbers[0]} has {decimals} decimals.");
        Assert.Equal(expected.Select(e => e.ToString($"F{decimals}", CultureInfo.InvariantCulture)), numbers);
    }
}
