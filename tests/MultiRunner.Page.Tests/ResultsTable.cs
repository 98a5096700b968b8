using System.Globalization;
using System.Text.RegularExpressions;

namespace MultiRunner.Page.Tests;

/// <summary>The table of the page, as a person uses it.</summary>
internal sealed class ResultsTable(IPage page)
{
    private readonly ILocator section = page.Locator("#table");

    /// <summary>The rows of results, without those that are open below them.</summary>
    public ILocator Rows => section.Locator("tr.row");

    public ILocator Count => section.Locator(".count");

    public ILocator Search => section.GetByRole(AriaRole.Searchbox);

    public ILocator ShowAll => section.GetByRole(AriaRole.Button, new() { Name = "Show all" });

    /// <summary>The buttons that take a filter away.</summary>
    public ILocator Chips => section.Locator(".chip");

    public ILocator Button(string name) => section.GetByRole(AriaRole.Button, new() { Name = name });

    public ILocator Head(string column) => section.Locator("thead th", new() { HasTextRegex = new Regex($"^{Regex.Escape(column)}\\W*$") });

    public async Task<string[]> Columns() => await section.Locator("thead").First.EvaluateAsync<string[]>(
        "head => [...head.querySelectorAll('th')].map(c => (c.querySelector('button') ?? c).textContent.trim())");

    /// <summary>The cells of a column, from the top to the bottom of what is shown.</summary>
    public async Task<string[]> Cells(string column)
    {
        var place = Array.IndexOf(await Columns(), column);
        Assert.True(place >= 0, $"There is no column '{column}'.");
        return await Rows.EvaluateAllAsync<string[]>("(rows, place) => rows.map(r => r.cells[place].textContent.trim())", place);
    }

    /// <summary>The numbers of a column. Of a mean with its interval only the mean is taken.</summary>
    public async Task<double[]> Numbers(string column) =>
        [.. (await Cells(column)).Select(c => double.Parse(c.Split(' ')[0].TrimEnd('~', '='), CultureInfo.InvariantCulture))];

    public async Task Sort(string column) => await Head(column).GetByRole(AriaRole.Button).ClickAsync();

    public async Task Filter(string text) => await Search.FillAsync(text);

    /// <summary>Waits until the line above the table says so.</summary>
    public async Task Says(string count) => await Assertions.Expect(Count).ToHaveTextAsync(count);
}
