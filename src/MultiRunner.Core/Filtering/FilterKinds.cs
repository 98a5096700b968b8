using System.Text.Json;
using MultiRunner.Format;
using MultiRunner.Grids;

namespace MultiRunner.Filtering;

/// <summary>Tells what the values of a parameter are.</summary>
internal static class FilterKinds
{
    private static readonly Dictionary<string, FilterKind> Known = new(StringComparer.Ordinal)
    {
        ["System.Boolean"] = FilterKind.Truth,
        ["System.String"] = FilterKind.Text,
        ["System.Char"] = FilterKind.Text,
        ["System.DateTime"] = FilterKind.Date,
        ["System.DateTimeOffset"] = FilterKind.Date,
        ["System.DateOnly"] = FilterKind.Date,
        ["System.TimeOnly"] = FilterKind.TimeOfDay,
        ["System.TimeSpan"] = FilterKind.Duration,
    };

    private static readonly HashSet<string> Numbers = new(
        [
            "System.Byte", "System.SByte", "System.Int16", "System.UInt16", "System.Int32", "System.UInt32", "System.Int64",
            "System.UInt64", "System.Int128", "System.UInt128", "System.Numerics.BigInteger", "System.Half", "System.Single",
            "System.Double", "System.Decimal",
        ],
        StringComparer.Ordinal);

    /// <summary>By the type where that says it, else by the values: an enum has texts, and 'object' may have anything.</summary>
    public static FilterKind Of(ManifestParameter parameter, IReadOnlyList<CanonicalJson> points)
    {
        const string Nullable = "System.Nullable`1[";
        var type = parameter.Type.StartsWith(Nullable, StringComparison.Ordinal) ? parameter.Type[Nullable.Length..^1] : parameter.Type;
        if (Numbers.Contains(type))
            return FilterKind.Number;
        return Known.TryGetValue(type, out var kind) ? kind : OfValues(parameter.Name, points);
    }

    /// <summary>The argument of a parameter, if the point has one.</summary>
    public static bool TryGet(CanonicalJson point, string parameter, out JsonElement value)
    {
        using var document = JsonDocument.Parse(point.Text);
        value = default;
        if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty(parameter, out var found))
            return false;
        value = found.Clone();
        return true;
    }

    /// <summary>The values that a parameter has at some point, as filters write them.</summary>
    public static IReadOnlySet<string> TextsOf(string parameter, IReadOnlyList<CanonicalJson> points)
    {
        var texts = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var point in points)
        {
            if (TryGet(point, parameter, out var value))
                texts.Add(value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText());
        }

        return texts;
    }

    private static FilterKind OfValues(string parameter, IReadOnlyList<CanonicalJson> points)
    {
        var kinds = new HashSet<JsonValueKind>();
        foreach (var point in points)
        {
            if (TryGet(point, parameter, out var value) && value.ValueKind != JsonValueKind.Null)
                kinds.Add(value.ValueKind);
        }

        return kinds.Count == 0 ? FilterKind.Text
            : kinds.All(kind => kind == JsonValueKind.Number) ? FilterKind.Number
            : kinds.All(kind => kind is JsonValueKind.True or JsonValueKind.False) ? FilterKind.Truth
            : FilterKind.Text;
    }
}
