using System.Reflection;

namespace MultiRunner.Definition;

/// <summary>The attributes that give a parameter its values.</summary>
internal static class AxisAttributes
{
    private const BindingFlags OwnMethods =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>
    /// Those of the parameter itself, in the order in which they are written; where it has none and its method overrides
    /// another, those of the nearest overridden method.
    /// </summary>
    public static IReadOnlyList<IAxisValues> Of(ParameterInfo parameter)
    {
        for (var declared = parameter; declared is not null; declared = Overridden(declared))
        {
            List<IAxisValues> axes = [.. declared.GetCustomAttributes(inherit: false).OfType<IAxisValues>()];
            if (axes.Count > 0)
                return axes;
        }

        return [];
    }

    // ParameterInfo.GetCustomAttributes passes over overridden methods, whatever it is told about inheritance.
    private static ParameterInfo? Overridden(ParameterInfo parameter)
    {
        var method = (MethodInfo)parameter.Member;
        var origin = method.GetBaseDefinition();
        if (!method.IsVirtual || IsSame(method, origin))
            return null;
        for (var type = method.DeclaringType!.BaseType; type is not null; type = type.BaseType)
        {
            if (type.GetMethods(OwnMethods).FirstOrDefault(m => IsSame(m.GetBaseDefinition(), origin)) is { } overridden)
                return overridden.GetParameters()[parameter.Position];
        }

        return null;
    }

    private static bool IsSame(MethodInfo a, MethodInfo b) => a.DeclaringType == b.DeclaringType && a.HasSameMetadataDefinitionAs(b);
}
