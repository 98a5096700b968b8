using System.Collections;
using System.Runtime.CompilerServices;

namespace MultiRunner.Grids;

/// <summary>What of the collections of .NET is their value: their items and not the fields in which they keep them.</summary>
internal static class Collections
{
    /// <summary>Whether a type is one of them.</summary>
    public static bool Is(Type type) =>
        typeof(IEnumerable).IsAssignableFrom(type)
        && (type.Namespace == "System.Collections" || type.Namespace?.StartsWith("System.Collections.", StringComparison.Ordinal) == true);

    /// <summary>
    /// Whether an object is a list that is nothing else, such as a List, an array, or what the compiler makes of [1, 2].
    /// </summary>
    public static bool IsList(object value) =>
        value is IList
        && value.GetType() is var type
        && (type.IsSZArray || Is(type) || type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false));

    /// <summary>Whether it is a set that keeps its items in no order that may be relied on.</summary>
    public static bool IsUnorderedSet(Type type) => Implements(type, typeof(IReadOnlySet<>)) && !IsSorted(type);

    /// <summary>Whether it is a dictionary that keeps its entries in no order that may be relied on.</summary>
    public static bool IsUnorderedDictionary(Type type, object collection) =>
        collection is IDictionary && !IsSorted(type) && !type.Name.StartsWith("Ordered", StringComparison.Ordinal);

    /// <summary>How it compares its items or keys, where it has a choice.</summary>
    public static object? ComparerOf(Type type, object collection) =>
        (type.GetProperty("Comparer") ?? type.GetProperty("KeyComparer"))?.GetValue(collection);

    private static bool IsSorted(Type type) => type.Name.Contains("Sorted", StringComparison.Ordinal);

    private static bool Implements(Type type, Type definition) =>
        type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == definition);
}
