using ConsoleTables;
using MultiRunner.Reports.Formatting;

namespace MultiRunner.Reports.Writing;

/// <summary>A table for a terminal, without borders.</summary>
internal static class TextTable
{
    /// <summary>How many characters of a terminal a report may need for its tables.</summary>
    public const int MostCharacters = 100;

    /// <summary>The lines of the table, without its note.</summary>
    public static IReadOnlyList<string> Lines(ReportTable table)
    {
        var columns = table.Columns.Select((c, i) => Aligned(c, [.. table.Rows.Select(r => r[i])])).ToList();

        // No wrapping: ConsoleTables continues a long cell in a new row, which then looks like a row of its own.
        var printed = new ConsoleTable([.. columns.Select(c => c[0])]) { MaxWidth = int.MaxValue };
        for (var row = 1; row <= table.Rows.Count; row++)
            printed.AddRow([.. columns.Select(c => c[row])]);
        return [.. printed.ToMinimalString().ReplaceLineEndings("\n").TrimEnd().Split('\n').Select(line => line.TrimEnd())];
    }

    /// <summary>Whether no line of the table is longer than a report may be.</summary>
    public static bool Fits(ReportTable table) => Lines(table).All(line => ConsoleTable.GetTextWidth(line) <= MostCharacters);

    /// <summary>
    /// Heading and cells of a column. ConsoleTables aligns to the right only what it reads from objects itself, so numbers
    /// come to it padded: point below point, and the heading at their right edge.
    /// </summary>
    private static List<string> Aligned(ReportColumn column, IReadOnlyList<string> cells)
    {
        var name = Display.Line(column.Name);
        if (!column.IsNumber)
            return [name, .. cells];
        var digits = cells.Select(DigitsAfterPoint).DefaultIfEmpty().Max();
        List<string> padded = [name, .. cells.Select(c => c + new string(' ', digits - DigitsAfterPoint(c)))];
        var width = padded.Max(ConsoleTable.GetTextWidth);
        return padded.ConvertAll(c => new string(' ', width - ConsoleTable.GetTextWidth(c)) + c);
    }

    /// <summary>Characters from the point on; none for a text with a space in it, such as a duration. Its right edge is aligned.</summary>
    private static int DigitsAfterPoint(string number) =>
        number.IndexOf('.', StringComparison.Ordinal) is > 0 and var point && !number.Contains(' ', StringComparison.Ordinal)
            ? number.Length - point
            : 0;
}
