using System.Reflection;

namespace MultiRunner.Definition;

/// <summary>The attributes that give a parameter its values and say what they mean.</summary>
/// <param name="Values">Those that give it its values, in the order in which they are written.</param>
/// <param name="IsRepeat">Whether the values only tell the repeats of one configuration apart.</param>
internal sealed record AxisAttributes(IReadOnlyList<IAxisValues> Values, bool IsRepeat)
{
    private const BindingFlags OwnMethods =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>The number of <c>[Repeats(5)]</c>, or null where no such attribute gives the values.</summary>
    public int? RepeatCount => Values.OfType<RepeatsAttribute>().FirstOrDefault()?.GivenCount;

    /// <summary>
    /// Those of the parameter itself. Where it has no values and its method overrides another, the values are those of the nearest
    /// overridden method that has some. A mark counts on the parameter that gives the values, and on each that inherits them.
    /// </summary>
    public static AxisAttributes Of(ParameterInfo parameter)
    {
        var isRepeat = false;
        for (var declared = parameter; declared is not null; declared = Overridden(declared))
        {
            List<IAxisValues> axes = [.. declared.GetCustomAttributes(inherit: false).OfType<IAxisValues>()];
            isRepeat |= axes.OfType<RepeatsAttribute>().Any();
            axes.RemoveAll(axis => axis is RepeatsAttribute { GivenCount: null });
            if (axes.Count > 0)
                return new AxisAttributes(axes, isRepeat);
        }

        return new AxisAttributes([], isRepeat);
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
