using System.Globalization;
using MultiRunner.Grids;

namespace MultiRunner.Definition.Rules;

/// <summary>The values of an attribute as they are written in the code.</summary>
internal static class CodeText
{
    /// <summary>One value: <c>"Adam"</c>, <c>Optimizer.Adam</c>, <c>[32, 64]</c>.</summary>
    public static string Of(object? value) => value switch
    {
        Enum => $"{value.GetType().Name}.{value}",
        Type type => $"typeof({type.Name})",
        char => Escape.Controls($"'{value}'"),
        Array { Rank: 1 } array => $"[{string.Join(", ", array.Cast<object?>().Select(Of))}]",
        double.NaN or double.PositiveInfinity or double.NegativeInfinity => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        _ => Escape.Controls(ArgumentJson.TryFormat(value) ?? Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""),
    };
}
