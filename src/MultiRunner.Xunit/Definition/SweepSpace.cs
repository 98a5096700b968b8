using System.Reflection;
using MultiRunner.Definition.Rules;
using MultiRunner.Grids;
using Xunit.v3;

namespace MultiRunner.Definition;

/// <summary>The space of a sweep method whose parameters have axes, and the points that are taken from it.</summary>
internal static class SweepSpace
{
    /// <summary>The grid of the method.</summary>
    /// <exception cref="GridException">The sweep cannot be run as it is written.</exception>
    public static Grid GridOf(
        string sweep,
        SweepTheoryAttribute attribute,
        IXunitTestMethod testMethod,
        MethodInfo method,
        IReadOnlyList<ParameterInfo> parameters)
    {
        var axes = SweepAxes.Of(sweep, parameters);
        var dimensions = Dimensions.Of(sweep, axes);
        var rules = SweepRules.Of(sweep, attribute.Where, method, axes, dimensions);
        var space = new GridSpace([.. axes.Select(a => a.Parameter)], dimensions)
        {
            Constraints = rules.Constraints,
            Conditions = rules.Conditions,
            ExtraRows = ExtraRows.Of(sweep, testMethod, method),
        };
        var choice = new SampleChoice(attribute.Sampling, attribute.GivenSamples, attribute.GivenSeed);
        return Grid.FromSpace(sweep, space, axes, choice, attribute.MaxPoints);
    }
}
