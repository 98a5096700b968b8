using System.Reflection;
using MultiRunner.Grids;
using Xunit.v3;

namespace MultiRunner.Definition;

/// <summary>The messages about axes that belong together, computed values, and points beside a product.</summary>
internal static class AxisMessages
{
    public static string NoValuesFrom(string axis, MemberProblem problem) =>
        $"{axis}: [ValuesFrom] takes the values from a static property, field or method without parameters, but {problem.Fact}. "
        + problem.Remedy;

    public static string ZipAndRows(string sweep, IReadOnlyCollection<ParameterInfo> zipped, IDataAttribute rows) =>
        $"{sweep}: [Zip] is for axes, since rows already say which values belong together, but "
        + $"{string.Join(", ", zipped.Select(p => $"'{p.Name}'"))} {(zipped.Count == 1 ? "has" : "have")} [Zip] and the method has "
        + $"[{rows.GetType().Name}]. Remove [Zip].";

    public static string AlsoRunAndRows(string sweep, IEnumerable<object?[]> points, IDataAttribute rows) =>
        $"{sweep}: [AlsoRun] adds a point to a product of axes, but the method has [{rows.GetType().Name}] beside "
        + $"{Offenders.Some([.. points.Select(RowKind.AlsoRunText)], ", ")}. Add the point to the rows instead, for instance as "
        + "[InlineData].";
}
