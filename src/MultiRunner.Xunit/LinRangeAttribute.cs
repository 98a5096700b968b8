using System.Reflection;
using MultiRunner.Definition;
using MultiRunner.Grids;

namespace MultiRunner;

/// <summary>Evenly spaced numbers, both ends included: <c>[LinRange(0, 1, 5)]</c> is 0, 0.25, 0.5, 0.75, 1.</summary>
/// <remarks>
/// A value between the ends that is whole or has up to 15 digits is exactly that number. Other values are rounded to 15 significant
/// digits. A count of 1 gives the first number only.
/// </remarks>
/// <param name="from">The first value.</param>
/// <param name="to">The last value.</param>
/// <param name="count">
/// How many values there are, from 1 to 1,000,000, or to <see cref="SweepTheoryAttribute.MaxPoints"/> if that is given.
/// </param>
[AttributeUsage(AttributeTargets.Parameter, AllowMultiple = true)]
public sealed class LinRangeAttribute(double from, double to, int count) : Attribute, IAxisValues
{
    /// <inheritdoc/>
    public IEnumerable<object?> GetValues(ParameterInfo parameter) =>
        Spacing.Linear(AxisName.Of(parameter), from, to, count, AxisLimit.Of(parameter)).Cast<object?>();
}
