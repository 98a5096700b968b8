using System.Reflection;

namespace MultiRunner.Grids;

/// <summary>
/// Which types have texts in them. .NET compares texts by the culture, so the order of such values is not the same everywhere.
/// </summary>
internal static class Texts
{
    private const BindingFlags OfOneType =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>Whether a value of a type may have a text in it. Nothing is known of an interface or an abstract class.</summary>
    public static bool MayBeIn(Type type) => MayBeIn(type, []);

    private static bool MayBeIn(Type type, HashSet<Type> seen)
    {
        if (type == typeof(string) || type == typeof(object) || type.IsInterface || type.IsAbstract)
            return true;
        if (ArgumentConverter.Governs(type) || type.IsPointer || !seen.Add(type))
            return false;
        if (type.IsArray)
            return MayBeIn(type.GetElementType()!, seen);
        for (var level = type; level is not null && level != typeof(object); level = level.BaseType)
        {
            if (level.GetFields(OfOneType).Any(field => MayBeIn(field.FieldType, seen)))
                return true;
        }

        return false;
    }
}
