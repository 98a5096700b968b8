using System.Globalization;
using MultiRunner.Grids;

namespace MultiRunner.Definition;

/// <summary>Where values for all parameters are written, as messages name it.</summary>
/// <param name="Noun">One such place in general.</param>
/// <param name="IsNumbered">Whether a place is known by its number. If not, it is known by the values themselves.</param>
internal sealed record RowKind(string Noun, bool IsNumbered)
{
    /// <summary>A row of a data attribute.</summary>
    public static readonly RowKind Data = new("row", IsNumbered: true);

    /// <summary>An <c>[AlsoRun(...)]</c>.</summary>
    public static readonly RowKind AlsoRun = new("[AlsoRun]", IsNumbered: false);

    /// <summary>"[AlsoRun(1, "x")]".</summary>
    public static string AlsoRunText(object?[] values) => $"[AlsoRun({Listed(values)})]";

    /// <summary>"row 0", or the attribute as it is written.</summary>
    public string NameOf(int number, object?[] values) =>
        IsNumbered ? string.Create(CultureInfo.InvariantCulture, $"{Noun} {number}") : AlsoRunText(values);

    /// <summary>"row 0 has 2: 1, "x"", or the attribute as it is written and "has 2".</summary>
    public string LengthOf(int number, object?[] values)
    {
        var list = IsNumbered && values.Length > 0 ? $": {Listed(values)}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{NameOf(number, values)} has {values.Length}{list}");
    }

    private static string Listed(object?[] values) =>
        string.Join(", ", values.Select(v => ArgumentJson.TryFormat(v) ?? Convert.ToString(v, CultureInfo.InvariantCulture)));
}
