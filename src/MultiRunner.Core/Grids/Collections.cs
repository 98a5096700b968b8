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
    public static bool IsUnorderedSet(Type type) => ItemsOfSet(type) is not null && !IsSorted(type);

    /// <summary>Whether it is a dictionary that keeps its entries in no order that may be relied on.</summary>
    public static bool IsUnorderedDictionary(Type type) => IsWrittenByKey(type) && !IsSorted(type);

    /// <summary>
    /// Whether it is a dictionary whose order is no part of its value. That of a sorted one follows from the keys, and from the culture
    /// in which it was made.
    /// </summary>
    public static bool IsWrittenByKey(Type type) =>
        typeof(IDictionary).IsAssignableFrom(type) && !type.Name.StartsWith("Ordered", StringComparison.Ordinal);

    /// <summary>Whether it sorts its items or keys.</summary>
    public static bool IsSorted(Type type) => type.Name.Contains("Sorted", StringComparison.Ordinal);

    /// <summary>
    /// Whether it is a sorted set that compares texts, as .NET does by default in the order of the culture. Dictionaries are written in
    /// the order of their names.
    /// </summary>
    public static bool IsSortedByCulture(Type type) =>
        IsSorted(type) && ItemsOfSet(type) is { } item && Texts.MayBeIn(item);

    /// <summary>How it compares its items or keys, where it has a choice.</summary>
    public static object? ComparerOf(Type type, object collection) =>
        (type.GetProperty("Comparer") ?? type.GetProperty("KeyComparer"))?.GetValue(collection);

    private static Type? ItemsOfSet(Type type) => type.GetInterfaces()
        .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IReadOnlySet<>))?
        .GetGenericArguments()[0];
}
