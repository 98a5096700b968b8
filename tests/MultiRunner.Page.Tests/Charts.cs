namespace MultiRunner.Page.Tests;

/// <summary>Where in the window a chart shows something.</summary>
internal static class Charts
{
    /// <summary>The chart of a section, drawn and in view.</summary>
    public static async Task<ILocator> Chart(this IPage page, string section)
    {
        var chart = page.Locator($"#{section} .chart").First;
        await chart.ScrollIntoViewIfNeededAsync();
        await chart.Locator("svg, canvas").First.WaitForAsync();
        return chart;
    }

    /// <summary>Drags the mouse along an axis of the parallel coordinates, as a person does.</summary>
    /// <param name="page">The page.</param>
    /// <param name="axis">The place of the axis, from 0.</param>
    /// <param name="from">Where on the axis the drag begins, as the axis has it.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="beyond">By how many pixels it goes further at both ends.</param>
    public static async Task Brush(this IPage page, int axis, double from, double to, double beyond = 0)
    {
        var chart = await page.Chart("parallel");
        await chart.EvaluateAsync("host => host.scrollIntoView({ block: 'center', behavior: 'instant' })");
        var ends = await chart.EvaluateAsync<double[]>(
            """
            (host, [axis, from, to]) => {
              const chart = echarts.getInstanceByDom(host);
              const system = chart.getModel().getComponent('parallel').coordinateSystem;
              const box = host.getBoundingClientRect();
              return [from, to].flatMap(value => {
                const [x, y] = system.dataToPoint(value, system.dimensions[axis]);
                return [x + box.left, y + box.top];
              });
            }
            """,
            new[] { axis, from, to });
        var down = (ends[3] < ends[1] ? -1 : 1) * beyond;
        await page.Mouse.MoveAsync((float)ends[0], (float)(ends[1] - down));
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync((float)ends[0], (float)((ends[1] + ends[3]) / 2), new() { Steps = 4 });
        await page.Mouse.MoveAsync((float)ends[2], (float)(ends[3] + down), new() { Steps = 4 });
        await page.Mouse.UpAsync();
    }

    /// <summary>The texts in a chart that is drawn as SVG.</summary>
    public static async Task<string[]> Texts(this ILocator chart) =>
        await chart.EvaluateAsync<string[]>("host => [...host.querySelectorAll('svg text')].map(t => t.textContent)");
}
