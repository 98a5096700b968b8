namespace MultiRunner.Grids;

/// <summary>Whether a sequence has its values in an order that is the same in every process.</summary>
internal static class SequenceOrder
{
    /// <summary>What is wrong with the order of a collection, as "is a ..." goes on; null when nothing is known to be.</summary>
    public static string? ProblemOf(object values)
    {
        for (var type = values.GetType(); type is not null; type = type.BaseType)
        {
            if (!Collections.Is(type))
                continue;

            // The keys and the values of a dictionary are types inside it.
            if (Collections.IsUnorderedSet(type) || Collections.IsUnorderedDictionary(type.DeclaringType ?? type))
                return $"{NameOf(type)}, whose values have no order that is the same in every process";
            if (ComparesByCulture(type, values))
                return $"{NameOf(type)}, which sorts texts in an order that depends on the culture";
        }

        return null;
    }

    private static bool ComparesByCulture(Type type, object values) =>
        Collections.IsSorted(type)
        && type.GenericTypeArguments is [var key, ..]
        && Texts.MayBeIn(key)
        && Collections.ComparerOf(type, values) is { } comparer
        && comparer.Equals(typeof(Comparer<>).MakeGenericType(key).GetProperty("Default")!.GetValue(null));

    /// <summary>The name of the type, or of the nearest one that the user's code can name.</summary>
    private static string NameOf(Type type)
    {
        var nameable = type;
        while (!Definition(nameable).IsVisible && (nameable.DeclaringType ?? nameable.BaseType) is { } next)
            nameable = next;
        return nameable.DeclaringType is { } owner ? $"{owner.Name}.{nameable.Name}" : nameable.Name;
    }

    private static Type Definition(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;
}
