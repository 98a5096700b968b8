using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Writing;

/// <summary>A column that the table of results can have.</summary>
/// <param name="Name">Its heading, and its name on the command line.</param>
/// <param name="IsNumber">Whether its cells are aligned to the right.</param>
/// <param name="Value">What a configuration is sorted by: a number, a text, or null when it has none.</param>
/// <param name="Cells">The texts for some configurations, which share one format.</param>
internal sealed record ResultColumn(
    string Name,
    bool IsNumber,
    Func<Configuration, object?> Value,
    Func<IReadOnlyList<Configuration>, IReadOnlyList<string>> Cells)
{
    /// <summary>A column of texts.</summary>
    public static ResultColumn OfTexts(string name, Func<Configuration, string> text) => new(name, IsNumber: false, text, EachBy(text));

    /// <summary>A column of whole numbers or of numbers that have a text of their own, such as durations.</summary>
    public static ResultColumn OfNumbers(string name, Func<Configuration, double?> value, Func<Configuration, string> text) =>
        new(name, IsNumber: true, c => value(c), EachBy(text));

    private static Func<IReadOnlyList<Configuration>, IReadOnlyList<string>> EachBy(Func<Configuration, string> text) =>
        shown => [.. shown.Select(text)];
}
