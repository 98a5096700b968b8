using System.Reflection;
using MultiRunner.Definition;
using MultiRunner.Grids;

namespace MultiRunner;

/// <summary>Numbers of a constant ratio, both ends included: <c>[LogRange(0.001, 0.1, 3)]</c> is 0.001, 0.01, 0.1.</summary>
/// <remarks>
/// A value between the ends that is whole or has up to 15 digits is that number to the last bit; others are rounded to 15
/// significant digits. A count of 1 gives the first number.
/// </remarks>
/// <param name="from">The first value; not 0.</param>
/// <param name="to">The last value; not 0, and of the same sign as the first.</param>
/// <param name="count">How many values; at least 1.</param>
[AttributeUsage(AttributeTargets.Parameter, AllowMultiple = true)]
public sealed class LogRangeAttribute(double from, double to, int count) : Attribute, IAxisValues
{
    /// <inheritdoc/>
    public IEnumerable<object?> GetValues(ParameterInfo parameter) =>
        Spacing.Logarithmic(AxisName.Of(parameter), from, to, count, AxisLimit.Of(parameter)).Cast<object?>();
}
