using MultiRunner.Definition;
using MultiRunner.Grids;
using MultiRunner.Grids.Drawing;

namespace MultiRunner;

/// <summary>
/// Real numbers between two ends, all equally likely: <c>[Uniform(0.0, 0.5)] double dropout</c>. The method needs a sampling that draws
/// points, such as <c>Sampling = Sampling.Random</c>. The samplings Grid and Pairwise need a list of values.
/// </summary>
/// <remarks>
/// A value is never outside the two ends. It is rounded to the decimal place that divides the distance of the ends into at least
/// 10,000 and fewer than 100,000 steps: to 5 decimals between 0 and 0.5, and to 4 decimals between 1000 and 1001. The values are the
/// same on every machine. For a list of numbers see <see cref="LinRangeAttribute"/>.
/// </remarks>
/// <param name="from">The least value, which is finite.</param>
/// <param name="to">The greatest value, which is finite and above the least.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class UniformAttribute(double from, double to) : Attribute, IContinuousAxis
{
    /// <inheritdoc/>
    IDistribution IContinuousAxis.Distribution(string axis) => UniformDistribution.Create(axis, from, to);
}
