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
