using System.Reflection;
using MultiRunner.Grids;

namespace MultiRunner.Definition;

/// <summary>The axes of a sweep method.</summary>
internal static class SweepAxes
{
    /// <summary>The axes, in the order of the parameters.</summary>
    /// <exception cref="GridException">A parameter has no axis, or one that is wrong.</exception>
    public static IReadOnlyList<Axis> Of(string sweep, IReadOnlyList<ParameterInfo> parameters)
    {
        var missing = parameters.Where(HasNone).ToList();
        if (missing.Count > 0)
            throw new GridException(Messages.NoAxis(sweep, missing, missing.Any(p => AxisAttributes.Of(p).IsRepeat)));
        var drawn = parameters.Where(p => AxisAttributes.Of(p) is { Drawn.Count: > 0 } axis && axis.Drawn.Count + axis.Values.Count > 1);
        if (drawn.ToList() is { Count: > 0 } mixed)
            throw new GridException(AxisMessages.DrawnAndMore(sweep, mixed));
        if (parameters.Where(p => AxisAttributes.Of(p) is { Drawn.Count: > 0, IsRepeat: true }).ToList() is { Count: > 0 } repeats)
            throw new GridException(AxisMessages.DrawnRepeats(sweep, repeats));
        return [.. parameters.Select(parameter => AxisOf(sweep, parameter))];
    }

    /// <summary>A parameter as the grid knows it.</summary>
    public static Parameter ParameterOf(ParameterInfo parameter) =>
        new(parameter.Name!, parameter.ParameterType, AxisAttributes.Of(parameter).IsRepeat);

    private static Axis AxisOf(string sweep, ParameterInfo parameter)
    {
        var attributes = AxisAttributes.Of(parameter);
        return attributes.Drawn is [var drawn]
            ? new Axis(ParameterOf(parameter), [], ParameterDistribution.Of(parameter, drawn)) { Group = attributes.Group }
            : new Axis(ParameterOf(parameter), OwnedValues(sweep, parameter)) { Group = attributes.Group };
    }

    private static bool HasNone(ParameterInfo parameter) =>
        !AxisAttributes.Of(parameter).HasValues
        && !DefaultValue.TryGet(parameter, out _)
        && !OwnValues.Has(parameter.ParameterType);

    /// <summary>The values of all attributes of an axis; none if one of them has none, so that this is not passed over.</summary>
    /// <remarks>
    /// Without an attribute, a default value comes before the values of a type: it is what the code says about this parameter.
    /// </remarks>
    private static IReadOnlyList<object?> GivenValues(ParameterInfo parameter, IReadOnlyList<IAxisValues> attributes)
    {
        if (attributes.Count == 0)
            return DefaultValue.TryGet(parameter, out var value) ? [value] : OwnValues.Of(parameter.ParameterType);
        var limit = AxisLimit.Of(parameter);
        var all = new List<object?>();
        foreach (var attribute in attributes)
        {
            var before = all.Count;
            foreach (var value in attribute.GetValues(parameter))
            {
                all.Add(value);
                if (all.Count > limit)
                    throw new GridException(Messages.TooManyValues(AxisName.Of(parameter), limit, AxisName.OfAttribute(attribute)));
            }

            if (all.Count == before)
                return [];
        }

        return all;
    }

    /// <summary>
    /// Nobody else holds the values of an axis: what a rule or the code of a test does to an object changes no value. A value that
    /// cannot be an argument is refused before a rule gets a copy of it.
    /// </summary>
    private static IReadOnlyList<object?> OwnedValues(string sweep, ParameterInfo parameter)
    {
        var values = AxisValues(parameter);
        if (values.All(ArgumentJson.IsScalar))
            return values;
        foreach (var value in values.Where(value => !ArgumentJson.IsScalar(value)))
            ArgumentCheck.Check(sweep, ParameterOf(parameter), value!);
        return [.. values.Select(ArgumentCopy.Of)];
    }

    private static IReadOnlyList<object?> AxisValues(ParameterInfo parameter)
    {
        var given = GivenValues(parameter, AxisAttributes.Of(parameter).Values);

        // Each value closes the generic method for its own point.
        if (parameter.ParameterType.ContainsGenericParameters)
            return given;
        var values = new List<object?>(given.Count);
        var wrong = new List<object?>();
        foreach (var value in given)
        {
            if (ArgumentConverter.TryConvert(value, parameter.ParameterType, out var converted))
                values.Add(converted);
            else
                wrong.Add(value);
        }

        return wrong.Count == 0
            ? values
            : throw new GridException(Messages.AxisDoesNotConvert(AxisName.Of(parameter), parameter.ParameterType, wrong));
    }
}
