namespace MultiRunner.Page.Tests;

/// <summary>Tables of a page, as text.</summary>
internal static class Tables
{
    /// <summary>The cells of the rows that can be seen, without the head.</summary>
    public static async Task<string[][]> Rows(this ILocator table) => await table.EvaluateAsync<string[][]>(
        """
        t => [...t.tBodies].flatMap(b => [...b.rows])
          .filter(r => r.checkVisibility())
          .map(r => [...r.cells].map(c => c.textContent.trim()))
        """);

    /// <summary>The names of the columns that can be seen.</summary>
    public static async Task<string[]> Columns(this ILocator table) => await table.EvaluateAsync<string[]>(
        "t => [...t.tHead.rows].flatMap(r => [...r.cells]).filter(c => c.checkVisibility()).map(c => c.textContent.trim())");
}
