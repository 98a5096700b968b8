using System.Reflection;

namespace MultiRunner.Definition;

/// <summary>
/// A method with those that it overrides, nearest first. Reflection passes over overridden methods when it is asked for the attributes of
/// a parameter, and it mixes the attributes of a method with those of all that it overrides.
/// </summary>
internal static class Declarations
{
    private const BindingFlags OwnMethods =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>A method and those that it overrides.</summary>
    public static IEnumerable<MethodInfo> Of(MethodInfo method)
    {
        for (var declared = method; declared is not null; declared = Overridden(declared))
            yield return declared;
    }

    /// <summary>A parameter and those of the methods that its method overrides.</summary>
    public static IEnumerable<ParameterInfo> Of(ParameterInfo parameter) =>
        Of((MethodInfo)parameter.Member).Select((method, i) => i == 0 ? parameter : method.GetParameters()[parameter.Position]);

    private static MethodInfo? Overridden(MethodInfo method)
    {
        var origin = method.GetBaseDefinition();
        if (!method.IsVirtual || IsSame(method, origin))
            return null;
        for (var type = method.DeclaringType!.BaseType; type is not null; type = type.BaseType)
        {
            if (type.GetMethods(OwnMethods).FirstOrDefault(m => IsSame(m.GetBaseDefinition(), origin)) is { } overridden)
                return overridden;
        }

        return null;
    }

    private static bool IsSame(MethodInfo a, MethodInfo b) => a.DeclaringType == b.DeclaringType && a.HasSameMetadataDefinitionAs(b);
}
