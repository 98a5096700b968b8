namespace MultiRunner.Definition;

/// <summary>The values of a type that are few enough to be listed: those of bool and of enums, and null where it may be null.</summary>
internal static class OwnValues
{
    /// <summary>Whether the type has such values.</summary>
    public static bool Has(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is { } t && (t == typeof(bool) || t.IsEnum);

    /// <summary>All of them, or none.</summary>
    public static IReadOnlyList<object?> Of(Type type)
    {
        if (!Has(type))
            return [];
        var underlying = Nullable.GetUnderlyingType(type) ?? type;
        List<object?> values = underlying == typeof(bool) ? [false, true] : [.. Enum.GetValues(underlying).Cast<object>().Distinct()];
        if (underlying != type)
            values.Add(null);
        return values;
    }
}
