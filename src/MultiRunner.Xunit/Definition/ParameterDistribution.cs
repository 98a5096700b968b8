using System.Reflection;
using MultiRunner.Grids;
using MultiRunner.Grids.Drawing;

namespace MultiRunner.Definition;

/// <summary>A distribution whose values have the type of a parameter.</summary>
internal sealed class ParameterDistribution : IDistribution
{
    private readonly string axis;
    private readonly IDistribution distribution;
    private readonly Type type;

    private ParameterDistribution(string axis, IDistribution distribution, Type type)
    {
        this.axis = axis;
        this.distribution = distribution;
        this.type = type;
    }

    /// <inheritdoc/>
    public string Text => distribution.Text;

    /// <summary>The distribution of an attribute for its parameter.</summary>
    /// <exception cref="GridException">It is none, or its values are no values of the parameter's type.</exception>
    public static ParameterDistribution Of(ParameterInfo parameter, IContinuousAxis attribute)
    {
        var axis = AxisName.Of(parameter);
        var given = new ParameterDistribution(axis, attribute.Distribution(axis), parameter.ParameterType);

        // Numbers with fractions are rounded to ten thousand steps or more. Between 0 and 1,000,000 these are multiples of 100, and all of
        // them would convert.
        if (IntegerTypes.Include(given.type) && given.distribution.At(0) is double)
            throw new GridException(AxisMessages.DrawnForIntegers(axis, given.type, given.Text));

        // Numbers between two ends fit a type that both ends fit, unless it has too few digits for them: hence two in between.
        foreach (var coordinate in (double[])[0, 0.5, Math.BitDecrement(1.0), 1.0 / 3])
            given.At(coordinate);

        return given;
    }

    /// <inheritdoc/>
    /// <exception cref="GridException">The value does not convert to the type of the parameter.</exception>
    public object At(double coordinate)
    {
        var value = distribution.At(coordinate);
        if (type.ContainsGenericParameters)
            return value;
        return ArgumentConverter.TryConvert(value, type, out var converted)
            ? converted!
            : throw new GridException(AxisMessages.DrawnDoesNotConvert(axis, type, Text, value));
    }
}
