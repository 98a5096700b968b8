using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace MultiRunner.Grids;

/// <summary>
/// Compares two objects by all they hold: each field, private ones included, and each item of collections. Two objects that differ in
/// what JSON does not show are not the same.
/// </summary>
internal sealed class Difference
{
    private static readonly ConcurrentDictionary<Type, FieldInfo[]> Fields = new();

    private readonly HashSet<(object, object)> compared = new(new ByReference());

    private Difference()
    {
    }

    /// <summary>The first difference, such as "its Rates[2] differs", or null when there is none.</summary>
    /// <exception cref="ScalarException">There is a local time in one of them.</exception>
    public static string? Between(object a, object b) => new Difference().Find(a, b, "");

    private string? Find(object? a, object? b, string path)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (a is DateTime { Kind: DateTimeKind.Local })
            throw new ScalarException(a);
        if (ReferenceEquals(a, b))
            return null;
        if (a is null || b is null)
            return Differs(path);
        // What is declared as an IReadOnlyList is an array, a List or a type of the compiler's, and comes back as a List.
        if (a.GetType() != b.GetType())
            return path.Length > 0 && Collections.IsList(a) && Collections.IsList(b) ? Items((IList)a, (IList)b, path) : Differs(path);
        if (ArgumentJson.IsScalar(a) || a is Pointer or Delegate)
            return IsSame(a, b) ? null : Differs(path);
        // An object may lead back to itself.
        if (!a.GetType().IsValueType && !compared.Add((a, b)))
            return null;
        if (a is Array array)
            return array.Rank == 1 ? Items(array, (Array)b, path) : $"{Its(path)} has {array.Rank} dimensions";
        return Levels(a, b, path);
    }

    /// <summary>From the type of the objects to its base types: the fields of each, or the items of a collection.</summary>
    private string? Levels(object a, object b, string path)
    {
        for (var type = a.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            if (Collections.Is(type))
                return Collection(a, b, type, path);
            foreach (var field in Fields.GetOrAdd(type, FieldsOf))
            {
                if (Find(field.GetValue(a), field.GetValue(b), $"{path}.{NameOf(field)}") is { } difference)
                    return difference;
            }
        }

        return null;
    }

    private string? Collection(object a, object b, Type type, string path)
    {
        if (Collections.IsUnorderedSet(type))
            return $"{Its(path)} is a set, whose items have no order. An array has one";
        if (Collections.IsSortedByCulture(type))
            return $"{Its(path)} is a set that sorts texts, whose order depends on the culture. An array keeps the order that it is given";
        if (Collections.ComparerOf(type, a) is { } comparer && !comparer.Equals(Collections.ComparerOf(type, b)))
            return Differs($"{path}.Comparer");
        return Collections.IsWrittenByKey(type)
            ? Entries((IDictionary)a, (IDictionary)b, path)
            : Items((IEnumerable)a, (IEnumerable)b, path);
    }

    private string? Entries(IDictionary a, IDictionary b, string path)
    {
        if (a.Count != b.Count)
            return Differs($"{path}.Count");
        foreach (DictionaryEntry entry in a)
        {
            var at = $"{path}[{ArgumentJson.TryFormat(entry.Key)}]";
            if (!b.Contains(entry.Key))
                return Differs(at);
            if (Find(entry.Value, b[entry.Key], at) is { } difference)
                return difference;
        }

        return null;
    }

    private string? Items(IEnumerable a, IEnumerable b, string path)
    {
        object?[] these = [.. a.Cast<object?>()], others = [.. b.Cast<object?>()];
        if (these.Length != others.Length)
            return Differs($"{path}.Count");
        for (var i = 0; i < these.Length; i++)
        {
            if (Find(these[i], others[i], $"{path}[{i}]") is { } difference)
                return difference;
        }

        return null;
    }

    /// <summary>0 and -0 differ, but a NaN is a NaN.</summary>
    private static bool IsSame(object a, object b) => (a, b) switch
    {
        (double x, double y) => x.Equals(y) && (double.IsNaN(x) || double.IsNegative(x) == double.IsNegative(y)),
        (float x, float y) => x.Equals(y) && (float.IsNaN(x) || float.IsNegative(x) == float.IsNegative(y)),
        (Half x, Half y) => x.Equals(y) && (Half.IsNaN(x) || Half.IsNegative(x) == Half.IsNegative(y)),
        (DateTime x, DateTime y) => x == y && x.Kind == y.Kind,
        (DateTimeOffset x, DateTimeOffset y) => x.EqualsExact(y),
        (Uri x, Uri y) => x.OriginalString == y.OriginalString,
        _ => a.Equals(b),
    };

    private static FieldInfo[] FieldsOf(Type type) =>
        type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly);

    /// <summary>The name of a field, or of the property that the compiler made it for.</summary>
    private static string NameOf(FieldInfo field) => field.Name is ['<', .. var rest] ? rest.Split('>')[0] : field.Name;

    private static string Differs(string path) => $"{Its(path)} differs";

    private static string Its(string path) => path.Length == 0 ? "it" : $"its {path.TrimStart('.')}";

    private sealed class ByReference : IEqualityComparer<(object, object)>
    {
        public bool Equals((object, object) x, (object, object) y) =>
            ReferenceEquals(x.Item1, y.Item1) && ReferenceEquals(x.Item2, y.Item2);

        public int GetHashCode((object, object) pair) => HashCode.Combine(
            RuntimeHelpers.GetHashCode(pair.Item1), RuntimeHelpers.GetHashCode(pair.Item2));
    }
}
