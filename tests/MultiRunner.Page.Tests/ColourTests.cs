using MultiRunner.Page.Tests.Sweeps;

namespace MultiRunner.Page.Tests;

/// <summary>The colours of lines and cells: equal results have equal ones, and the best have the strongest.</summary>
public sealed class ColourTests(Browser browser, ReportPages pages)
{
    [Theory]
    [InlineData("true", "[5, 5, 5, 1]")]
    [InlineData("false", "[1, 1, 1, 5]")]
    public async Task All_of_the_best_lines_have_the_strongest_colour(string maximize, string means)
    {
        await Evaluate(
            $$"""
            () => {
              const shade = Shade.of({ maximize: {{maximize}}, means: {{means}} }, [0, 1, 2, 3].map(position => ({ position })));
              return [0, 1, 2, 3].map(position => shade({ position }) === Theme.colour(1));
            }
            """,
            [true, true, true, false]);
    }

    [Fact]
    public async Task Cells_whose_means_differ_by_rounding_alone_have_one_colour()
    {
        await Evaluate(
            """
            () => [[0.1, 0.1, 0.1], [0.3, 0.3, 0.3, 0.3, 0.3, 0.3]].map(values => Statistics.summary(values).mean === values[0])
            """,
            [true, true]);
        await Evaluate(
            """
            () => {
              const summaries = [0.1, 0.09999999999999999, 0.1].map(mean => ({ n: 1, mean }));
              const map = { measure: { maximize: true } };
              const cells = HeatMap.prototype.filled.call(map, summaries, { names: ["a", "b", "c"] }, 100, String).data;
              return cells.map(cell => cell.label.color === cells[0].label.color);
            }
            """,
            [true, true, true]);
    }

    private async Task Evaluate(string script, bool[] expected)
    {
        var tested = await pages.Penguins;
        await browser.Visit(tested.File, async page =>
        {
            await page.Ready();
            Assert.Equal(expected, await page.EvaluateAsync<bool[]>(script));
        });
    }
}
