using MultiRunner.Core.Tests.Reports;
using MultiRunner.Format;
using MultiRunner.Page.Tests.Sweeps;
using MultiRunner.Results;

namespace MultiRunner.Page.Tests;

/// <summary>What the page says of that which it does not draw.</summary>
public sealed class NoteTests(Browser browser, ReportPages pages)
{
    [Fact]
    public async Task Without_an_objective_no_line_and_no_curve_is_among_the_best()
    {
        object?[] values = [.. Enumerable.Range(0, 29).Cast<object?>()];
        var sweep = new SweepOnDisk();
        sweep.Axes("S.M", null, ("a", values), ("b", values));
        for (var point = 0; point < 210; point++)
            Finish(sweep, point, ("loss", [0.5, 0, -1, 0.25]));
        using var tested = await ReportPage.Of(sweep);
        await Visit(tested, async page =>
        {
            await page.Chart("parallel");
            await Assertions.Expect(Note(page, "parallel")).ToContainTextAsync("800 of 841 lines are drawn: the first 200 and an even choice");
            await page.Chart("curves");
            var note = Note(page, "curves");
            await Assertions.Expect(note).ToContainTextAsync("200 of 210 curves are drawn, the first of the selection.");
            await Assertions.Expect(note).Not.ToContainTextAsync("gaps");

            await page.Locator("#curves").GetByLabel("Logarithmic").CheckAsync();
            await Assertions.Expect(note).ToContainTextAsync("200 curves have gaps, where the value is not above zero.");
        });
    }

    [Fact]
    public async Task The_best_are_the_best_by_the_objective()
    {
        var tested = await pages.Large;
        await Visit(tested, async page =>
        {
            await page.Chart("parallel");
            await Assertions.Expect(Note(page, "parallel")).ToContainTextAsync("the best 200 by accuracy and an even choice");
            await page.Chart("curves");
            await Assertions.Expect(Note(page, "curves")).ToContainTextAsync("those of the best of the selection by accuracy.");
        });
    }

    [Fact]
    public async Task A_row_says_which_of_its_curves_are_not_drawn()
    {
        var sweep = new SweepOnDisk();
        sweep.Axes("S.M", new Objective("a", Maximize: true), ("n", [1, 2]), ("seed", [.. Enumerable.Range(0, 60).Cast<object?>()]));
        sweep.Repeat("seed");
        for (var point = 0; point < 120; point++)
            Finish(sweep, point, [.. "abcdefgh".Select(name => ($"{name}", (double[])[1, 2, 3 + point]))]);
        using var tested = await ReportPage.Of(sweep);
        await Visit(tested, async page =>
        {
            await new ResultsTable(page).Rows.First.ClickAsync();
            var opened = page.Locator("#table .details");
            Assert.Equal(6, await opened.GetByText("Of 60 curves the first 50 are drawn.").CountAsync());
            await Assertions.Expect(opened).ToContainTextAsync("The curves of g and h are not drawn.");
        });
    }

    private static void Finish(SweepOnDisk sweep, int point, params (string Name, double[] Values)[] curves) => sweep.Finish(
        point,
        Workers.Alpha,
        result => result with
        {
            Curves = new(curves.ToDictionary(
                c => c.Name, IReadOnlyList<CurvePoint> (c) => [.. c.Values.Select((value, step) => new CurvePoint(step, value))])),
        },
        [.. curves.Select(c => (c.Name, c.Values[^1]))]);

    private static ILocator Note(IPage page, string section) => page.Locator($"#{section} > .note");

    private Task Visit(ReportPage tested, Func<IPage, Task> visit) => browser.Visit(tested.File, async page =>
    {
        await page.Ready();
        await visit(page);
    });
}
