using System.Globalization;
using System.Text.Json;
using MultiRunner.Grids;

namespace MultiRunner.Filtering;

/// <summary>A value that can be compared with others of its kind.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Number">The number, the ticks of a time, or 1 for true.</param>
/// <param name="Text">The text, or a number as it is written.</param>
internal readonly record struct FilterValue(FilterKind Kind, double Number, string Text)
{
    /// <summary>The word for an argument that is null.</summary>
    public const string Null = "null";

    private const int DigitsOfDouble = 15;

    /// <summary>A number.</summary>
    public static FilterValue Of(double number) => new(FilterKind.Number, number, "");

    /// <summary>A text.</summary>
    public static FilterValue Of(string text) => new(FilterKind.Text, 0, text);

    /// <summary>Reads an argument; null when it has another kind.</summary>
    public static FilterValue? Of(CanonicalJson argument, FilterKind kind)
    {
        if (!argument.Text.StartsWith('"'))
            return Parse(argument.Text, kind);
        using var document = JsonDocument.Parse(argument.Text);
        return Parse(document.RootElement.GetString()!, kind);
    }

    /// <summary>Reads a text as a value of a kind; null when it is none.</summary>
    public static FilterValue? Parse(string text, FilterKind kind)
    {
        const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal;
        var culture = CultureInfo.InvariantCulture;
        return kind switch
        {
            FilterKind.Number => double.TryParse(text, NumberStyles.Float, culture, out var number)
                && (double.IsFinite(number) || text.TrimStart('-', '+') is "NaN" or "Infinity") ? new(kind, number, text) : null,
            FilterKind.Truth => bool.TryParse(text, out var truth) ? new(kind, truth ? 1 : 0, text) : null,
            FilterKind.Date => DateTimeOffset.TryParse(text, culture, Styles, out var date)
                ? new(kind, 0, date.UtcTicks.ToString("D19", culture)) : null,
            FilterKind.TimeOfDay => TimeOnly.TryParse(text, culture, out var time) ? new(kind, time.Ticks, text) : null,
            FilterKind.Duration => TimeSpan.TryParse(text, culture, out var duration) ? new(kind, duration.Ticks, text) : null,
            _ => Of(text),
        };
    }

    /// <summary>Whether both are the same; NaN is the same as NaN.</summary>
    public bool IsSameAs(FilterValue other) => Kind is FilterKind.Text or FilterKind.Date
        ? Text == other.Text
        : (double.IsNaN(Number) && double.IsNaN(other.Number)) || Compare(other) == 0;

    /// <summary>Below, at or above 0; null when the two have no order.</summary>
    public int? Compare(FilterValue other)
    {
        if (Kind == FilterKind.Date)
            return string.CompareOrdinal(Text, other.Text);
        if (double.IsNaN(Number) || double.IsNaN(other.Number))
            return null;

        // Two whole numbers may have one double: then their digits decide.
        var hasMoreDigits = Math.Max(Text.Length, other.Text.Length) > DigitsOfDouble && Text.Length > 0 && other.Text.Length > 0;
        return Kind == FilterKind.Number && hasMoreDigits && Number == other.Number && double.IsFinite(Number)
            ? BigDecimal.Parse(Text).CompareTo(BigDecimal.Parse(other.Text))
            : Number.CompareTo(other.Number);
    }
}
