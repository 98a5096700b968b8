using MultiRunner.Definition;
using MultiRunner.Grids;
using MultiRunner.Grids.Drawing;

namespace MultiRunner;

/// <summary>
/// Whole numbers between two ends, both ends included, all equally likely: <c>[UniformInt(1, 64)] int trees</c>. The method needs a
/// sampling that draws points, such as <c>Sampling = Sampling.Random</c>. The samplings Grid and Pairwise need a list of values.
/// </summary>
/// <remarks>
/// The ends may be any two numbers of type <see cref="long"/>. If there are more than 2^53 numbers between them, 2^53 evenly spaced
/// ones come up. The values are the same on every machine. For a list of numbers see <see cref="RangeAttribute"/>.
/// </remarks>
/// <param name="from">The least value.</param>
/// <param name="to">The greatest value, which is above the least.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class UniformIntAttribute(long from, long to) : Attribute, IContinuousAxis
{
    /// <inheritdoc/>
    IDistribution IContinuousAxis.Distribution(string axis) => UniformIntDistribution.Create(axis, from, to);
}
