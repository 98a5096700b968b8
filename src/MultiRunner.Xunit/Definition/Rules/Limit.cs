namespace MultiRunner.Definition.Rules;

/// <summary>A limit of a <c>[When]</c>.</summary>
/// <param name="Name">Its name in the attribute.</param>
/// <param name="Value">The value with which others are compared. It has their type.</param>
internal sealed record Limit(string Name, object Value)
{
    /// <summary>Whether the values of a type have an order.</summary>
    public static bool HasOrder(Type type) =>
        !type.ContainsGenericParameters && typeof(IComparable).IsAssignableFrom(Nullable.GetUnderlyingType(type) ?? type);

    /// <summary>Whether a value keeps to the limit. Null and NaN keep to none.</summary>
    public bool Admits(object? value)
    {
        if (IsUnordered(value) || IsUnordered(Value))
            return false;

        // The order of texts by themselves depends on the culture.
        var order = value is string text ? string.CompareOrdinal(text, (string)Value) : ((IComparable)value!).CompareTo(Value);
        return Name switch
        {
            nameof(WhenAttribute.Above) => order > 0,
            nameof(WhenAttribute.AtLeast) => order >= 0,
            nameof(WhenAttribute.Below) => order < 0,
            _ => order <= 0,
        };
    }

    private static bool IsUnordered(object? value) => value switch
    {
        null => true,
        double number => double.IsNaN(number),
        float number => float.IsNaN(number),
        Half number => Half.IsNaN(number),
        _ => false,
    };
}
