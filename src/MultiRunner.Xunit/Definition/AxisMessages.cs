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

    public static string DrawnAndMore(string sweep, IReadOnlyCollection<ParameterInfo> parameters)
    {
        var each = parameters.Select(p =>
            $"'{p.Name}' has {string.Join(", ", AxisAttributes.Of(p).All.Select(a => $"[{AxisName.OfAttribute(a)}]"))}");
        return $"{sweep}: a parameter whose values are drawn has one distribution and no other values, but {string.Join("; ", each)}. "
            + "Keep one of these attributes.";
    }

    public static string DrawnDoesNotConvert(string axis, Type type, string distribution, object value) =>
        $"{axis}: every value that can be drawn must convert to {type.Name} without loss, but {ArgumentConverter.Describe(value)} of "
        + $"[{distribution}] does not. Move the ends, or change the type of the parameter.";

    public static string DrawnForIntegers(string axis, Type type, string distribution) =>
        $"{axis}: [{distribution}] draws numbers with fractions, but {(Nullable.GetUnderlyingType(type) ?? type).Name} has whole numbers "
        + "only. Use [UniformInt] for whole numbers, or make the parameter a double and round it in the method.";

    public static string DrawnRepeats(string sweep, IReadOnlyCollection<ParameterInfo> parameters) =>
        $"{sweep}: each configuration has all of its repeats, so the values of a repeat must be listed, but "
        + $"{string.Join(", ", parameters.Select(p => $"'{p.Name}'"))} {(parameters.Count == 1 ? "has" : "have")} a distribution and "
        + "[Repeats]. Write [Repeats(5)] without the distribution, or remove [Repeats].";

    public static string ZipAndRows(string sweep, IReadOnlyCollection<ParameterInfo> zipped, IDataAttribute rows) =>
        $"{sweep}: [Zip] is for axes, since rows already say which values belong together, but "
        + $"{string.Join(", ", zipped.Select(p => $"'{p.Name}'"))} {(zipped.Count == 1 ? "has" : "have")} [Zip] and the method has "
        + $"[{rows.GetType().Name}]. Remove [Zip].";

    public static string AlsoRunAndRows(string sweep, IEnumerable<object?[]> points, IDataAttribute rows) =>
        $"{sweep}: [AlsoRun] adds a point to a product of axes, but the method has [{rows.GetType().Name}] beside "
        + $"{Offenders.Some([.. points.Select(RowKind.AlsoRunText)], ", ")}. Add the point to the rows instead, for instance as "
        + "[InlineData].";
}
