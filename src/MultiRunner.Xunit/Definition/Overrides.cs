using System.Reflection;

namespace MultiRunner.Definition;

/// <summary>The methods that a method overrides. Reflection passes over the attributes of their parameters.</summary>
internal static class Overrides
{
    private const BindingFlags OwnMethods =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>The method itself, the one that it overrides, the one that this overrides, and so on.</summary>
    public static IEnumerable<MethodInfo> Of(MethodInfo method)
    {
        for (var declared = method; declared is not null; declared = Overridden(declared))
            yield return declared;
    }

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
