using System.Reflection;
using MultiRunner.Grids;

namespace MultiRunner.Definition;

/// <summary>How many values an axis may have: as many as its sweep may have points.</summary>
internal static class AxisLimit
{
    /// <summary>The MaxPoints of the parameter's sweep.</summary>
    public static int Of(ParameterInfo parameter) =>
        parameter.Member.GetCustomAttribute<SweepTheoryAttribute>(inherit: true)?.MaxPoints ?? Grid.DefaultMaxPoints;
}
