using MultiRunner.Grids;
using MultiRunner.Grids.Drawing;

namespace MultiRunner.Definition;

/// <summary>An attribute that gives a parameter a distribution instead of a list of values.</summary>
internal interface IContinuousAxis
{
    /// <summary>The distribution of the values.</summary>
    /// <param name="axis">How messages name the axis.</param>
    /// <exception cref="GridException">The attribute has numbers that make no distribution.</exception>
    IDistribution Distribution(string axis);
}
