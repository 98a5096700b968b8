using MultiRunner.Definition;
using MultiRunner.Grids;
using MultiRunner.Grids.Drawing;

namespace MultiRunner;

/// <summary>
/// Positive real numbers between two ends whose logarithms are all equally likely, so that each decade has as many values:
/// <c>[LogUniform(1e-5, 1e-1)] double learningRate</c>. The method needs a sampling that draws points, such as
/// <c>Sampling = Sampling.Random</c>. The samplings Grid and Pairwise need a list of values.
/// </summary>
/// <remarks>
/// A value is never outside the two ends. It is rounded to 4 significant digits. If fewer than 10,000 such numbers are between the
/// ends, it is rounded to as many digits as make 10,000. The values are the same on every machine. For a list of numbers see
/// <see cref="LogRangeAttribute"/>.
/// </remarks>
/// <param name="from">The least value, which is finite and above 0.</param>
/// <param name="to">The greatest value, which is finite and above the least.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class LogUniformAttribute(double from, double to) : Attribute, IContinuousAxis
{
    /// <inheritdoc/>
    IDistribution IContinuousAxis.Distribution(string axis) => LogUniformDistribution.Create(axis, from, to);
}
