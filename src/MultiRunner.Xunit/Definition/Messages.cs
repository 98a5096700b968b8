using System.Globalization;
using System.Reflection;
using MultiRunner.Grids;
using Xunit.v3;

namespace MultiRunner.Definition;

/// <summary>The messages about a sweep that is wrong.</summary>
internal static class Messages
{
    public static string AxesAndRows(string sweep, IReadOnlyCollection<ParameterInfo> withAxis, IDataAttribute rows) =>
        $"{sweep}: a sweep has either axes or rows, but {Names(withAxis)} "
        + $"{(withAxis.Count == 1 ? "has an axis" : "have axes")} and the method has [{rows.GetType().Name}]. Remove the axes or the rows."
        + (withAxis.Any(p => AxisAttributes.Of(p).RepeatCount is not null)
            ? " To mark a parameter of the rows as a repeat, write [Repeats] without a number."
            : "");

    public static string TooFewRepeats(string sweep, IReadOnlyCollection<(ParameterInfo Parameter, int Count)> wrong)
    {
        var each = wrong.Select(p => string.Create(CultureInfo.InvariantCulture, $"'{p.Parameter.Name}' has [Repeats({p.Count})]"));
        return $"{sweep}: the number of [Repeats] must be at least 1, but {string.Join(", ", each)}. Write how often each configuration "
            + "is to be run, such as [Repeats(5)]. To mark a parameter that has its values from elsewhere, write [Repeats] without a "
            + "number.";
    }

    public static string RepeatsAndValues(
        string sweep,
        IReadOnlyCollection<(ParameterInfo Parameter, IReadOnlyList<IAxisValues> Attributes)> wrong)
    {
        var each = wrong.Select(p =>
            $"'{p.Parameter.Name}' has {string.Join(", ", p.Attributes.Select(a => $"[{AxisName.OfAttribute(a)}]"))}");
        return $"{sweep}: [Repeats] with a number gives a parameter all of its values, but {string.Join("; ", each)}. Remove the number "
            + "to mark the other values as repeats, or remove the other attributes.";
    }

    public static string RepeatsOfNoInteger(string sweep, IReadOnlyCollection<ParameterInfo> wrong) =>
        $"{sweep}: [Repeats] with a number gives a parameter the whole numbers from 0, so its type must be an integer type, but "
        + $"{WithTypes(wrong)} {(wrong.Count == 1 ? "has" : "have")} another type. Use an integer type such as int, or list the values "
        + "and mark them, such as [Values(0.1, 0.2), Repeats].";

    public static string EmptyVersion(string sweep) =>
        $"{sweep}: Version of [SweepTheory] must not be empty, but it is. Write a version such as Version = \"2\", or remove Version.";

    public static string ControlCharactersInVersion(string sweep, string version)
    {
        var codes = version.Where(char.IsControl).Distinct().Select(c => string.Create(CultureInfo.InvariantCulture, $"U+{(int)c:X4}"));
        return $"{sweep}: Version of [SweepTheory] must have no control characters, because reports show it, but "
            + $"{ArgumentJson.TryFormat(version)} has {string.Join(", ", codes)}. Remove them.";
    }

    public static string TwoObjectives(string sweep, string maximize, string minimize) =>
        $"{sweep}: a sweep has only one objective, but [SweepTheory] has both Maximize = \"{maximize}\" and Minimize = \"{minimize}\". "
        + "Remove one of them. Its metric is still recorded.";

    public static string EmptyObjective(string sweep) =>
        $"{sweep}: Maximize and Minimize of [SweepTheory] need the name of a metric, but one of them is empty. Write a name such as "
        + "Maximize = \"accuracy\", or remove it.";

    public static string MaxPointsTooSmall(string sweep, int maxPoints) =>
        $"{sweep}: MaxPoints of [SweepTheory] must be at least 1, but it is {maxPoints}. Give a larger number, or remove it for the "
        + "default.";

    public static string NoAxis(string sweep, IReadOnlyCollection<ParameterInfo> missing, bool areMarked) =>
        $"{sweep}: every parameter needs an axis, but {WithTypes(missing)} {(missing.Count == 1 ? "has" : "have")} none. "
        + "Add [Values(...)], [Range(from, to, step)], [LinRange(from, to, count)], [LogRange(from, to, count)] or "
        + "[ValuesFrom(nameof(Member))] to the parameter, give it a default value, or list whole rows with [InlineData(...)]; only bool "
        + "and enum parameters, and those with a default value, need no attribute."
        + (areMarked ? " [Repeats] without a number only marks a parameter. [Repeats(5)] gives it the values 0 to 4." : "")
        + ForeignAttributes(missing);

    public static string TooManyValues(string axis, int limit, string attribute)
    {
        var most = limit.ToString("N0", CultureInfo.InvariantCulture);
        return $"{axis}: an axis has at most {most} values, but with the values of [{attribute}] this one has more. Use fewer values, or "
            + "raise MaxPoints on [SweepTheory].";
    }

    public static string AxisDoesNotConvert(string axis, Type type, IReadOnlyList<object?> wrong)
    {
        var some = Offenders.Some([.. wrong.Select(ArgumentConverter.Describe)], ", ");
        return $"{axis}: every value must convert to {type.Name} without loss, but {some} {(wrong.Count == 1 ? "does" : "do")} not. "
            + ArgumentConverter.RemedyFor(wrong, type);
    }

    public static string RowsOfOtherLength(
        string sweep, string noun, IReadOnlyCollection<ParameterInfo> parameters, IReadOnlyCollection<string> wrong) =>
        $"{sweep}: every {noun} needs one value for each of the {parameters.Count} parameters "
        + $"({string.Join(", ", parameters.Select(p => p.Name))}), but {Offenders.Some(wrong, "; ")}. Add or remove values.";

    public static string ValuesDoNotConvert(
        string sweep, IReadOnlyCollection<(string Row, string Parameter, Type Type, object? Value)> wrong)
    {
        var each = wrong.Select(w => $"{w.Row} has {ArgumentConverter.Describe(w.Value)} for '{w.Parameter}' ({w.Type.Name})");
        var remedies = wrong.GroupBy(w => w.Type, w => w.Value)
            .Select(ofType => ArgumentConverter.RemedyFor(ofType, ofType.Key))
            .Distinct();
        return $"{sweep}: every value must convert to its parameter's type without loss, but {Offenders.Some([.. each], "; ")}. "
            + string.Join(' ', remedies);
    }

    public static string ItemsOfAnOpenType(string sweep, ParameterInfo parameter) =>
        $"{sweep}: a parameter with 'params' needs items of a type that is known, but '{parameter.Name}' is a "
        + $"{parameter.ParameterType.Name}, whose type depends on the values. Remove 'params' and give the parameter an array in each "
        + $"row, or state the type of its items.";

    public static string AsyncVoid(string sweep) =>
        $"{sweep}: the end of an async method is known by the task that it returns, but this one returns void. Let it return Task.";

    public static string OpenReturn(string sweep, Type type) =>
        $"{sweep}: what a generic sweep returns must have one type for all points, but it returns a {type}, whose type depends on the "
        + "values. Return a type without type parameters, or return nothing and call Sweep.Current.Record(name, value).";

    public static string WrongSetting(string sweep, string source, string rule, string text) =>
        $"{sweep}: {source} must be {rule}, but it is '{text}'. Correct it, or remove it for the default.";

    private static string Names(IEnumerable<ParameterInfo> parameters) => string.Join(", ", parameters.Select(p => $"'{p.Name}'"));

    private static string WithTypes(IEnumerable<ParameterInfo> parameters) =>
        string.Join(", ", parameters.Select(p => $"'{p.Name}' ({p.ParameterType.Name})"));

    /// <summary>Other frameworks have attributes of the same names, and a file may name both namespaces.</summary>
    private static string ForeignAttributes(IEnumerable<ParameterInfo> parameters)
    {
        var foreign = parameters
            .SelectMany(p => p.GetCustomAttributesData().Select(a => (p.Name, Type: a.AttributeType)))
            .Where(a => a.Type.Name is "ValuesAttribute" or "RangeAttribute" or "RandomAttribute" or "ValueSourceAttribute"
                || a.Type.Name.StartsWith("Combinatorial", StringComparison.Ordinal))
            .Select(a => $"[{a.Type.FullName}] on '{a.Name}'")
            .ToList();
        return foreign.Count == 0 ? "" : $" No axis is made by {string.Join(", ", foreign)}, which belongs to another library.";
    }
}
