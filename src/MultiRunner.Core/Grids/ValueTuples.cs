using System.Runtime.CompilerServices;

namespace MultiRunner.Grids;

/// <summary>
/// Value tuples of any length. From eight items on the runtime nests them: the eighth field of a tuple is a tuple of the rest.
/// </summary>
internal static class ValueTuples
{
    private const int Nesting = 7;

    /// <summary>Whether a type is a value tuple.</summary>
    public static bool Is(Type type) =>
        type is { IsValueType: true, IsGenericType: true, Namespace: nameof(System) } && typeof(ITuple).IsAssignableFrom(type);

    /// <summary>The types of all items, those of the nested rest included.</summary>
    public static Type[] ItemTypes(Type tuple)
    {
        var items = tuple.GetGenericArguments();
        return items.Length > Nesting && Is(items[Nesting]) ? [.. items[..Nesting], .. ItemTypes(items[Nesting])] : items;
    }

    /// <summary>All items, those of the nested rest included.</summary>
    public static object?[] Items(ITuple tuple)
    {
        var items = new object?[tuple.Length];
        for (var i = 0; i < items.Length; i++)
            items[i] = tuple[i];
        return items;
    }

    /// <summary>A tuple of these items, as many as <see cref="ItemTypes"/> has.</summary>
    public static object Create(Type tuple, object?[] items)
    {
        var types = tuple.GetGenericArguments();
        object?[] own = types.Length > Nesting && Is(types[Nesting])
            ? [.. items[..Nesting], Create(types[Nesting], items[Nesting..])]
            : items;
        return Activator.CreateInstance(tuple, own)!;
    }
}
