using MultiRunner.Grids;

namespace MultiRunner.Definition.Rules;

/// <summary>Some values of a parameter, compared as the keys of points compare them: by their canonical JSON.</summary>
internal sealed class ValueSet
{
    private readonly HashSet<string> texts;

    // Every combination asks, and almost all of them have an object of the axis.
    private readonly Dictionary<object, bool> ofAxis = new(ReferenceEqualityComparer.Instance);

    /// <param name="values">The values of the set.</param>
    /// <param name="axis">The values that the parameter can have, as far as they are listed.</param>
    public ValueSet(IEnumerable<object?> values, IEnumerable<object?> axis)
    {
        texts = [.. values.Select(TextOf)];
        foreach (var value in axis)
        {
            if (value is not null)
                ofAxis[value] = texts.Contains(TextOf(value));
        }
    }

    /// <summary>Whether a value is one of the set.</summary>
    public bool Contains(object? value) =>
        value is not null && ofAxis.TryGetValue(value, out var isContained) ? isContained : texts.Contains(TextOf(value));

    // What JSON cannot carry is no argument of any point.
    private static string TextOf(object? value) => ArgumentJson.TryFormat(value) ?? "";
}
