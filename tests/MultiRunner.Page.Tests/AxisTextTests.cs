using MultiRunner.Core.Tests.Reports;
using MultiRunner.Format;
using MultiRunner.Page.Tests.Sweeps;

namespace MultiRunner.Page.Tests;

/// <summary>The numbers at axes and in cells: two that differ are written differently.</summary>
public sealed class AxisTextTests(Browser browser)
{
    [Fact]
    public async Task Values_of_parameters_are_written_whole()
    {
        var sweep = Sweep(("size", [16384, 32768, 65536]), ("start", [12345, 12346, 12347]));
        await Visit(sweep, async page =>
        {
            foreach (var section in new[] { "parallel", "values" })
            {
                var texts = await (await page.Chart(section)).Texts();
                Assert.All((string[])["16384", "32768", "65536"], text => Assert.Contains(text, texts));
            }

            Assert.Contains("12346", await (await page.Chart("parallel")).Texts());
        });
    }

    [Fact]
    public async Task Long_values_of_parameters_have_the_digits_that_tell_them_apart()
    {
        var sweep = Sweep(("rate", [0.1, 0.31622776601683794, 0.31622876601683794]), ("b", [1, 2]));
        await Visit(sweep, async page =>
        {
            var labels = await page.EvaluateAsync<string[]>("() => SweepModel.read().parameters[0].labels");
            Assert.Equal(["0.1", "0.3162278", "0.3162288"], labels);
            Assert.Contains("0.3162278", await (await page.Chart("parallel")).Texts());
        });
    }

    [Fact]
    public async Task Ticks_have_the_digits_of_their_distance()
    {
        var sweep = Sweep(("size", [16384, 32768, 65536]), ("start", [12345, 12346, 12347]));
        await Visit(sweep, async page =>
        {
            foreach (var section in new[] { "parallel", "values" })
            {
                var ticks = (await (await page.Chart(section)).Texts()).Where(t => t.StartsWith("0.9999", StringComparison.Ordinal)).ToList();
                Assert.True(ticks.Count > 2, $"{section} has the ticks {string.Join(", ", ticks)}.");
                Assert.Equal(ticks.Distinct(), ticks);
            }
        });
    }

    [Fact]
    public async Task Intervals_of_the_heat_map_have_whole_bounds_and_cells_as_many_digits_as_there_is_room_for()
    {
        var sweep = Sweep(("size", [.. Enumerable.Range(12301, 40).Cast<object?>()]), ("b", [1, 2]));
        await Visit(sweep, async page =>
        {
            Assert.Contains("12301 to 12304", (await (await page.Chart("heat")).Texts()).Select(t => t.Replace("\n", " ")));
            Assert.Equal("12345.7", await page.EvaluateAsync<string>("() => HeatMap.cellText('12345.678', 12345.678, 62)"));
            Assert.Equal("1.235e-5", await page.EvaluateAsync<string>("() => HeatMap.cellText('0.00001234567', 0.00001234567, 70)"));
        });
    }

    [Fact]
    public async Task Results_of_different_ranks_look_different_and_what_is_not_whole_does_not_look_whole()
    {
        var sweep = new SweepOnDisk();
        sweep.Axes("S.M", new Objective("accuracy", Maximize: true), ("a", [1, 2, 3]));
        foreach (var (point, accuracy) in new[] { 0.99961, 0.99963, 0.5 }.Index())
            sweep.Finish(point, Workers.Alpha, 1, ("accuracy", accuracy));
        await Visit(sweep, async page =>
        {
            Assert.Equal(["0.99963", "0.99961", "0.50000"], await new ResultsTable(page).Cells("accuracy"));
            Assert.Equal("0.9999996", await page.EvaluateAsync<string>("() => Format.number(0.9999996)"));
        });
    }

    /// <summary>Each result is a little higher than the one before.</summary>
    private static SweepOnDisk Sweep(params (string Name, object?[] Values)[] axes)
    {
        var sweep = new SweepOnDisk();
        var points = sweep.Axes("S.M", new Objective("accuracy", Maximize: true), axes).Count;
        for (var point = 0; point < points; point++)
            sweep.Finish(point, Workers.Alpha, 1, ("accuracy", 0.99991 + (point * 0.00008 / points)));
        return sweep;
    }

    private async Task Visit(SweepOnDisk sweep, Func<IPage, Task> visit)
    {
        using var tested = await ReportPage.Of(sweep);
        await browser.Visit(tested.File, async page =>
        {
            await page.Ready();
            await visit(page);
        });
    }
}
