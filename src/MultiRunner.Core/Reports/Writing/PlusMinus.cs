using MultiRunner.Reports.Formatting;

namespace MultiRunner.Reports.Writing;

/// <summary>Cells such as <c>0.9007 ± 0.0040</c>, the digits of one below those of the other.</summary>
internal static class PlusMinus
{
    private const string Sign = " ± ";

    /// <summary>The cells of a column.</summary>
    /// <param name="values">Each value and how uncertain it is; either may be unknown.</param>
    /// <param name="format">How all of these numbers are written.</param>
    public static IReadOnlyList<string> Cells(IReadOnlyList<(double? Value, double? Uncertainty)> values, NumberFormat format)
    {
        var widths = values.Select(v => v.Uncertainty is { } u ? format.Text(u) : "").ToList();
        var longest = widths.Max(w => w.Length);
        return [.. values.Zip(widths, (v, width) => v.Value is { } value ? format.Text(value) + Right(width, longest) : "")];
    }

    /// <summary>One value alone.</summary>
    public static string Text(double value, double uncertainty, NumberFormat format) =>
        format.Text(value) + Sign + format.Text(uncertainty);

    private static string Right(string width, int longest) =>
        longest == 0 ? "" : width.Length == 0 ? new string(' ', Sign.Length + longest) : Sign + width.PadLeft(longest);
}
