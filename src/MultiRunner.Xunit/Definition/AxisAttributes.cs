using System.Reflection;

namespace MultiRunner.Definition;

/// <summary>The attributes that give a parameter its values and say what they mean.</summary>
/// <param name="Values">Those that give it its values, in the order in which they are written.</param>
/// <param name="Drawn">Those that say how its values are drawn. There is at most one, unless the code is wrong.</param>
/// <param name="IsRepeat">Whether the values only tell the repeats of one configuration apart.</param>
/// <param name="Group">The group of parameters that are walked in step with it; null where it is in none.</param>
internal sealed record AxisAttributes(
    IReadOnlyList<IAxisValues> Values, IReadOnlyList<IContinuousAxis> Drawn, bool IsRepeat, string? Group)
{
    /// <summary>The number of <c>[Repeats(5)]</c>, or null where no such attribute gives the values.</summary>
    public int? RepeatCount => Values.OfType<RepeatsAttribute>().FirstOrDefault()?.GivenCount;

    /// <summary>All of them.</summary>
    public IEnumerable<object> All => [.. Values, .. Drawn];

    /// <summary>Whether any of them gives the parameter its values.</summary>
    public bool HasValues => Values.Count > 0 || Drawn.Count > 0;

    /// <summary>
    /// Those of the parameter itself. Where it has no values and its method overrides another, the values are those of the nearest
    /// overridden method that has some. A mark counts on the parameter that gives the values, and on each that inherits them.
    /// </summary>
    public static AxisAttributes Of(ParameterInfo parameter)
    {
        var isRepeat = false;
        string? group = null;
        foreach (var declared in Declarations.Of(parameter))
        {
            var attributes = declared.GetCustomAttributes(inherit: false);
            List<IAxisValues> axes = [.. attributes.OfType<IAxisValues>()];
            isRepeat |= axes.OfType<RepeatsAttribute>().Any();
            group ??= attributes.OfType<ZipAttribute>().FirstOrDefault()?.Group;
            axes.RemoveAll(axis => axis is RepeatsAttribute { GivenCount: null });
            List<IContinuousAxis> drawn = [.. attributes.OfType<IContinuousAxis>()];
            if (axes.Count > 0 || drawn.Count > 0)
                return new AxisAttributes(axes, drawn, isRepeat, group);
        }

        return new AxisAttributes([], [], isRepeat, group);
    }
}
