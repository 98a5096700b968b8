using System.Reflection;
using MultiRunner.Grids;

namespace MultiRunner.Definition.Rules;

/// <summary>The values of parameters where they do not matter.</summary>
internal static class OtherwiseValues
{
    /// <summary>The value of each parameter that has a <c>[When]</c>, by its position among the axes.</summary>
    /// <exception cref="GridException">A parameter has no such value, or several, or it does not convert.</exception>
    public static IReadOnlyDictionary<int, object?> Of(
        string sweep, MethodInfo method, IReadOnlyList<Axis> axes, IReadOnlyList<StatedWhen> whens)
    {
        var byParameter = whens.ToLookup(when => when.Parameter);
        var given = whens.Where(when => when.Attribute.HasOtherwise).ToLookup(when => when.Parameter);
        var infos = method.GetParameters().ToDictionary(info => info.Name!);
        var wanted = axes.Select((axis, position) => (Axis: axis, Position: position))
            .Where(a => byParameter.Contains(a.Axis.Parameter.Name))
            .ToList();
        CheckGiven(sweep, [.. wanted.SelectMany(a => given[a.Axis.Parameter.Name].Select(when => (a.Axis.Parameter, when)))]);
        var without = wanted
            .Where(a => !given.Contains(a.Axis.Parameter.Name) && !DefaultValue.TryGet(infos[a.Axis.Parameter.Name], out _))
            .Where(a => a.Axis.Distribution is not null)
            .ToList();
        if (without.Count > 0)
            throw new GridException(Messages.NoOtherwise(sweep, [.. without.Select(a => a.Axis)]));
        return wanted.ToDictionary(
            a => a.Position,
            a => given[a.Axis.Parameter.Name].FirstOrDefault() is { } when ? Convert(a.Axis.Parameter, when.Attribute.Otherwise)
                : DefaultValue.TryGet(infos[a.Axis.Parameter.Name], out var byDefault) ? Convert(a.Axis.Parameter, byDefault)
                : a.Axis.Values.Count > 0 ? a.Axis.Values[0]
                : null);
    }

    private static void CheckGiven(string sweep, IReadOnlyList<(Parameter Parameter, StatedWhen When)> given)
    {
        var wrong = given.Where(g => !TryConvert(g.Parameter, g.When.Attribute.Otherwise, out _))
            .Select(g => new StatedValue(g.When.Text, g.Parameter, g.When.Attribute.Otherwise))
            .ToList();
        if (wrong.Count > 0)
            throw new GridException(Messages.ValuesDoNotConvert(sweep, wrong));
        var different = given.GroupBy(g => g.Parameter, g => g.When)
            .Where(group =>
                group.Select(when => ArgumentJson.TryFormat(Convert(group.Key, when.Attribute.Otherwise))).Distinct().Count() > 1)
            .SelectMany(group => group)
            .ToList();
        if (different.Count > 0)
            throw new GridException(Messages.OtherwiseDiffers(sweep, different));
    }

    private static object? Convert(Parameter parameter, object? value) =>
        TryConvert(parameter, value, out var converted) ? converted : value;

    private static bool TryConvert(Parameter parameter, object? value, out object? converted)
    {
        converted = value;
        return parameter.Type.ContainsGenericParameters || ArgumentConverter.TryConvert(value, parameter.Type, out converted);
    }
}
