using System.Reflection;
using MultiRunner.Definition;
using MultiRunner.Grids;
using MultiRunner.Results;

namespace MultiRunner;

/// <summary>
/// Numbers at a fixed distance: <c>[Range(0, 10, 2)]</c> is 0, 2, 4, 6, 8, 10, and <c>[Range(0, 9, 2)]</c> is 0, 2, 4, 6, 8. The second
/// number is a value only if a step ends exactly there.
/// </summary>
/// <remarks>Numbers with fractions come out as they are written: <c>[Range(0.1, 0.5, 0.1)]</c> is 0.1, 0.2, 0.3, 0.4, 0.5.</remarks>
[AttributeUsage(AttributeTargets.Parameter, AllowMultiple = true)]
public sealed class RangeAttribute : Attribute, IAxisValues
{
    private readonly Func<string, int, IEnumerable<object?>> values;

    /// <summary>
    /// Whole numbers in steps of 1, or in steps of -1 if <paramref name="to"/> is below <paramref name="from"/>.
    /// </summary>
    /// <param name="from">The first value.</param>
    /// <param name="to">The last value.</param>
    public RangeAttribute(long from, long to)
        : this(from, to, from > to ? -1 : 1)
    {
    }

    /// <summary>Whole numbers.</summary>
    /// <param name="from">The first value.</param>
    /// <param name="to">The last value, if a step ends exactly there.</param>
    /// <param name="step">The distance. It is not 0, and it is negative if <paramref name="to"/> is below <paramref name="from"/>.</param>
    public RangeAttribute(long from, long to, long step) =>
        values = (axis, limit) => Spacing.Range(axis, from, to, step, limit).Cast<object?>();

    /// <summary>Numbers with fractions.</summary>
    /// <inheritdoc cref="RangeAttribute(long, long, long)"/>
    public RangeAttribute(double from, double to, double step) =>
        values = (axis, limit) => Spacing.Range(axis, from, to, step, limit).Cast<object?>();

    /// <inheritdoc cref="RangeAttribute(double, double, double)"/>
    public RangeAttribute(float from, float to, float step)
        : this(AsWritten.Of(from), AsWritten.Of(to), AsWritten.Of(step))
    {
    }

    /// <inheritdoc/>
    public IEnumerable<object?> GetValues(ParameterInfo parameter) => values(AxisName.Of(parameter), AxisLimit.Of(parameter));
}
