using System.Reflection;
using MultiRunner.Grids;

namespace MultiRunner.Definition;

/// <summary>How many values an axis may have.</summary>
internal static class AxisLimit
{
    /// <summary>
    /// As many as the sweep of the parameter may have points, if that is given. A million otherwise, and where a sample or <c>Where</c>
    /// takes few of the combinations.
    /// </summary>
    public static int Of(ParameterInfo parameter) =>
        parameter.Member.GetCustomAttribute<SweepTheoryAttribute>(inherit: true) is { GivenMaxPoints: { } given } sweep
            ? sweep is { Sampling: Sampling.Grid, Where: null } ? given : Math.Max(given, Axis.MaxValues)
            : Axis.MaxValues;
}
