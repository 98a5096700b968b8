using System.Reflection;
using MultiRunner.Definition;
using MultiRunner.Grids;
using MultiRunner.Results;

namespace MultiRunner;

/// <summary>Evenly spaced numbers, both ends included: <c>[LinRange(0, 1, 5)]</c> is 0, 0.25, 0.5, 0.75, 1.</summary>
/// <remarks>
/// A value between the ends that is whole or has up to 15 digits is exactly that number. Other values are rounded to 15 significant
/// digits. A count of 1 gives the first number only.
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter, AllowMultiple = true)]
public sealed class LinRangeAttribute : Attribute, IAxisValues
{
    private readonly double from;
    private readonly double to;
    private readonly int count;

    /// <summary>Between two numbers with fractions.</summary>
    /// <param name="from">The first value.</param>
    /// <param name="to">The last value.</param>
    /// <param name="count">
    /// How many values there are, from 1 to 1,000,000, or to <see cref="SweepTheoryAttribute.MaxPoints"/> if that is given.
    /// </param>
    public LinRangeAttribute(double from, double to, int count) => (this.from, this.to, this.count) = (from, to, count);

    /// <summary>Between two numbers with fractions, which are meant as they are written: 0.1f is 0.1.</summary>
    /// <inheritdoc cref="LinRangeAttribute(double, double, int)"/>
    public LinRangeAttribute(float from, float to, int count)
        : this(AsWritten.Of(from), AsWritten.Of(to), count)
    {
    }

    /// <summary>Between two whole numbers.</summary>
    /// <inheritdoc cref="LinRangeAttribute(double, double, int)"/>
    public LinRangeAttribute(long from, long to, int count)
        : this((double)from, to, count)
    {
        // Without it, C# would give whole numbers to the constructor for float, which has fewer digits.
    }

    /// <inheritdoc/>
    public IEnumerable<object?> GetValues(ParameterInfo parameter) =>
        Spacing.Linear(AxisName.Of(parameter), from, to, count, AxisLimit.Of(parameter)).Cast<object?>();
}
