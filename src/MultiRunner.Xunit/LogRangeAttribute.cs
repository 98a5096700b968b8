using System.Reflection;
using MultiRunner.Definition;
using MultiRunner.Grids;
using MultiRunner.Results;

namespace MultiRunner;

/// <summary>Numbers of a constant ratio, both ends included: <c>[LogRange(0.001, 0.1, 3)]</c> is 0.001, 0.01, 0.1.</summary>
/// <remarks>
/// A value between the ends that is whole or has up to 15 digits is exactly that number. Other values are rounded to 15 significant
/// digits. A count of 1 gives the first number only.
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter, AllowMultiple = true)]
public sealed class LogRangeAttribute : Attribute, IAxisValues
{
    private readonly double from;
    private readonly double to;
    private readonly int count;

    /// <summary>Between two numbers with fractions.</summary>
    /// <param name="from">The first value, which is not 0.</param>
    /// <param name="to">The last value, which is not 0 and has the sign of the first.</param>
    /// <param name="count">
    /// How many values there are, from 1 to 1,000,000, or to <see cref="SweepTheoryAttribute.MaxPoints"/> if that is given.
    /// </param>
    public LogRangeAttribute(double from, double to, int count) => (this.from, this.to, this.count) = (from, to, count);

    /// <summary>Between two numbers with fractions, which are meant as they are written: 0.1f is 0.1.</summary>
    /// <inheritdoc cref="LogRangeAttribute(double, double, int)"/>
    public LogRangeAttribute(float from, float to, int count)
        : this(AsWritten.Of(from), AsWritten.Of(to), count)
    {
    }

    /// <summary>Between two whole numbers.</summary>
    /// <inheritdoc cref="LogRangeAttribute(double, double, int)"/>
    public LogRangeAttribute(long from, long to, int count)
        : this((double)from, to, count)
    {
        // Without it, C# would give whole numbers to the constructor for float, which has fewer digits.
    }

    /// <inheritdoc/>
    public IEnumerable<object?> GetValues(ParameterInfo parameter) =>
        Spacing.Logarithmic(AxisName.Of(parameter), from, to, count, AxisLimit.Of(parameter)).Cast<object?>();
}
