namespace MultiRunner.Definition.Rules;

/// <summary>The values that one item of an <c>[Exclude]</c> stands for.</summary>
internal static class ExcludedValues
{
    /// <summary>
    /// The value itself, or the values of an array. An array that is itself a value of the parameter is one value.
    /// </summary>
    public static IReadOnlyList<object?> Of(RuleContext context, int position, object? value) =>
        value is not Array array || (context.TryConvert(position, value, out var converted) && context.MayBe(position, converted))
            ? [value]
            : [.. array.Cast<object?>()];
}
