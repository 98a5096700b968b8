using System.Reflection;
using MultiRunner.Grids;

namespace MultiRunner.Definition;

/// <summary>A distribution whose values have the type of a parameter.</summary>
internal sealed class ParameterDistribution : IDistribution
{
    private readonly IDistribution distribution;
    private readonly Type type;

    private ParameterDistribution(IDistribution distribution, Type type)
    {
        this.distribution = distribution;
        this.type = type;
    }

    /// <inheritdoc/>
    public string Text => distribution.Text;

    /// <summary>The distribution of an attribute for its parameter.</summary>
    /// <exception cref="GridException">It is none, or one of its ends is no value of the parameter's type.</exception>
    public static ParameterDistribution Of(ParameterInfo parameter, IContinuousAxis attribute)
    {
        var axis = AxisName.Of(parameter);
        var given = new ParameterDistribution(attribute.Distribution(axis), parameter.ParameterType);

        // Numbers between two ends fit a type that both ends fit, unless it has whole numbers only: hence the middle.
        foreach (var coordinate in (double[])[0, 0.5, Math.BitDecrement(1.0), 1.0 / 3])
        {
            if (!given.TryGet(coordinate, out var value, out _))
                throw new GridException(AxisMessages.DrawnDoesNotConvert(axis, parameter.ParameterType, given.Text, value));
        }

        return given;
    }

    /// <inheritdoc/>
    public object At(double coordinate) => TryGet(coordinate, out var value, out var converted)
        ? converted!
        : throw new InvalidOperationException($"{value} does not convert to {type}.");

    private bool TryGet(double coordinate, out object value, out object? converted)
    {
        value = converted = distribution.At(coordinate);
        return type.ContainsGenericParameters || ArgumentConverter.TryConvert(value, type, out converted);
    }
}
