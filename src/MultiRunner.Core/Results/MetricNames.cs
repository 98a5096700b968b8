using System.Globalization;
using System.Text.Json;
using MultiRunner.Grids;

namespace MultiRunner.Results;

/// <summary>How names of metrics are written and compared, and which names there can be.</summary>
internal static class MetricNames
{
    /// <summary>Two names that differ only in case cannot stand in one result.</summary>
    public static StringComparer Comparer => StringComparer.OrdinalIgnoreCase;

    /// <summary>The name as it is written: camel case, so that a property <c>LogLoss</c> becomes <c>logLoss</c>.</summary>
    public static string Written(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    /// <summary>Whether a name can stand in one line of a table and on a terminal.</summary>
    public static bool CanBeShown(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return false;
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsSurrogatePair(name, i))
                i++;
            else if (!CanBeShown(name[i]))
                return false;
        }

        return true;
    }

    /// <summary>Rule, fact and remedy for names that <see cref="CanBeShown(string?)"/> refuses.</summary>
    public static string NotShown(IEnumerable<string?> names) =>
        $"The name of a metric has a character that can be seen, and no control characters or line breaks, but there is "
        + $"{string.Join(", ", names.Select(Shown))}. Change the name.";

    /// <summary>Rule, fact and remedy for names that differ only in case.</summary>
    public static string Ambiguous(IEnumerable<(string One, string Other)> pairs) =>
        $"Names of metrics are compared without case, but {string.Join(", ", pairs.Select(p => $"'{p.One}' and '{p.Other}'"))} differ "
        + "only in case. Write them alike where they mean the same metric, or rename one.";

    private static bool CanBeShown(char c) => !Escape.IsControl(c) && !char.IsSurrogate(c);

    private static string Shown(string? name) =>
        name is null ? "null" : $"\"{string.Concat(name.Select(Escaped))}\"";

    private static string Escaped(char c) =>
        CanBeShown(c) ? c.ToString() : string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");

    /// <summary>The pairs of names, of those in <paramref name="names"/>, that differ only in case.</summary>
    public static IReadOnlyList<(string One, string Other)> AmbiguousIn(IEnumerable<string> names) =>
        [.. names.Distinct(StringComparer.Ordinal)
            .GroupBy(n => n, Comparer)
            .SelectMany(same => same.Skip(1).Select(other => (same.Key, other)))];
}
