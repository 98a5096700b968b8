using MultiRunner.Core.Tests.Reports;
using MultiRunner.Format;
using MultiRunner.Page.Tests.Sweeps;

namespace MultiRunner.Page.Tests;

/// <summary>The 95 % intervals in the chart of two results.</summary>
public sealed class IntervalTests(Browser browser)
{
    /// <summary>Where the axis of a chart ends, and the lowest and the highest end of a bar.</summary>
    private const string Ends =
        """
        host => {
          const model = echarts.getInstanceByDom(host).getModel();
          const data = model.getSeriesByIndex(0).getData();
          const bars = [...Array(data.count()).keys()].map(i => data.getItemGraphicEl(i).shape).flatMap(s => [s.y1, s.y2]);
          const grid = model.getComponent("grid").coordinateSystem.getRect();
          return [grid.y, Math.min(...bars), Math.max(...bars), grid.y + grid.height, bars.length];
        }
        """;

    [Fact]
    public async Task They_are_inside_of_the_chart_whole()
    {
        using var tested = await ReportPage.Of(Sweep(3));
        await Visit(tested, async page => AssertInside(await (await page.Chart("scatter")).EvaluateAsync<double[]>(Ends)));
    }

    [Fact]
    public async Task On_a_logarithmic_axis_one_that_reaches_below_zero_ends_at_the_edge()
    {
        using var tested = await ReportPage.Of(Sweep(0.2));
        await Visit(tested, async page =>
        {
            var chart = await page.Chart("scatter");
            await page.Locator("#scatter").GetByLabel("log").Last.CheckAsync();
            await Assertions.Expect(chart).ToBeVisibleAsync();
            var ends = await chart.EvaluateAsync<double[]>(Ends);
            AssertInside(ends);
            Assert.Equal(ends[3], ends[2], 1.0);
        });
    }

    private static void AssertInside(double[] ends)
    {
        var (top, highest, lowest, bottom) = (ends[0], ends[1], ends[2], ends[3]);
        Assert.Equal(6, ends[4]);
        Assert.InRange(highest, top - 0.01, bottom);
        Assert.InRange(lowest, top, bottom + 0.01);
        Assert.True(lowest > highest, "The bars have no length.");
    }

    /// <summary>The repeats of each configuration differ by about 1.</summary>
    private static SweepOnDisk Sweep(double first)
    {
        var sweep = new SweepOnDisk();
        sweep.Axes("S.M", new Objective("score", Maximize: true), ("a", [1, 2, 3]), ("seed", [1, 2, 3]));
        sweep.Repeat("seed");
        for (var point = 0; point < 9; point++)
            sweep.Finish(point, Workers.Alpha, 1 + point, ("score", first + (point / 3) + (point % 3 * 0.6)));
        return sweep;
    }

    private Task Visit(ReportPage tested, Func<IPage, Task> visit) => browser.Visit(tested.File, async page =>
    {
        await page.Ready();
        await visit(page);
    });
}
