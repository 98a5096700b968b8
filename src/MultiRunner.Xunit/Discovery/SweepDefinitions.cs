using System.Collections.Concurrent;
using System.Reflection;
using MultiRunner.Grids;
using MultiRunner.Sweeps;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace MultiRunner.Discovery;

/// <summary>Reads sweep methods, each once a process, and finds what is wrong with them.</summary>
internal static class SweepDefinitions
{
    private static readonly ConcurrentDictionary<MethodInfo, Lazy<Task<SweepDefinition>>> Cache = new();

    /// <summary>The definition of a sweep method.</summary>
    /// <exception cref="GridException">The sweep cannot be run as it is written.</exception>
    public static Task<SweepDefinition> For(IXunitTestMethod testMethod)
    {
        // A closed generic method is one of several kinds of point of the same sweep: the grid is that of the definition.
        var method = testMethod.Method is { IsGenericMethod: true, IsGenericMethodDefinition: false } closed ? closed.GetGenericMethodDefinition() : testMethod.Method;
        return Cache.GetOrAdd(method, key => new Lazy<Task<SweepDefinition>>(() => Read(testMethod, key))).Value;
    }

    private static async Task<SweepDefinition> Read(IXunitTestMethod testMethod, MethodInfo method)
    {
        var name = MethodName.Of(method);
        var attribute = testMethod.FactAttributes.OfType<SweepTheoryAttribute>().First();
        CheckAttribute(name, attribute);
        var parameters = method.GetParameters();
        var withAxis = parameters.Where(p => AxisOf(p) is not null).Select(p => $"'{p.Name}'").ToList();
        if (testMethod.DataAttributes.Count > 0 && withAxis.Count > 0)
            throw new GridException($"{name}: a sweep has either axes or rows, but {string.Join(", ", withAxis)} {(withAxis.Count == 1 ? "has an axis" : "have axes")} and the method has [{testMethod.DataAttributes.First().GetType().Name}]. Remove one or the other.");

        var rows = testMethod.DataAttributes.Count > 0 ? await ReadRows(name, testMethod, method) : null;
        var grid = rows is null
            ? Grid.FromAxes(name, Axes(name, parameters), attribute.MaxPoints)
            : Grid.FromRows(name, [.. parameters.Select(p => new Parameter(p.Name!, p.ParameterType))], [.. rows.Select(r => r.Arguments)], attribute.MaxPoints);
        var assembly = (method.ReflectedType ?? method.DeclaringType!).Assembly;
        return new SweepDefinition
        {
            Name = name,
            FullName = MethodName.FullNameOf(method),
            DirectoryName = SweepDirectoryName.Of(method),
            Grid = grid,
            Rows = rows is null ? null : [.. rows.Select(r => r.Row)],
            Objective = attribute.Maximize is { } max ? new Objective(max, Maximize: true) : attribute.Minimize is { } min ? new Objective(min, Maximize: false) : null,
            Options = SweepSettings.Read(name, attribute, assembly, Environment.GetEnvironmentVariable),
            Returns = ReturnReader.Of(name, method),
            Assembly = new AssemblyStamp(assembly.GetName().Name ?? "?", assembly.GetName().Version?.ToString() ?? "0.0.0.0", assembly.ManifestModule.ModuleVersionId.ToString()),
        };
    }

    private static void CheckAttribute(string name, SweepTheoryAttribute attribute)
    {
        if (attribute.Maximize is not null && attribute.Minimize is not null)
            throw new GridException($"{name}: a sweep has one objective, but [SweepTheory] says both Maximize = \"{attribute.Maximize}\" and Minimize = \"{attribute.Minimize}\". Remove one; the other metric is recorded all the same.");
        if (attribute.Maximize?.Trim().Length == 0 || attribute.Minimize?.Trim().Length == 0)
            throw new GridException($"{name}: the objective of [SweepTheory] needs the name of a metric, but it is empty. Write for instance Maximize = \"accuracy\", or remove it.");
        if (attribute.MaxPoints < 1)
            throw new GridException($"{name}: MaxPoints of [SweepTheory] is at least 1, but it is {attribute.MaxPoints}. Give a larger number, or remove it for the default.");
    }

    private static List<Axis> Axes(string name, ParameterInfo[] parameters)
    {
        var missing = parameters.Where(p => AxisOf(p) is null && !HasOwnValues(p.ParameterType)).Select(p => $"'{p.Name}' ({p.ParameterType.Name})").ToList();
        if (missing.Count > 0)
            throw new GridException($"{name}: every parameter needs an axis, but {string.Join(", ", missing)} {(missing.Count == 1 ? "has" : "have")} none. Add [Values(...)], [Range(from, to, step)], [LinRange(from, to, count)] or [LogRange(from, to, count)] to the parameter, or list whole rows with [InlineData(...)]; only bool and enum parameters have values of their own.");
        return [.. parameters.Select(p => new Axis(new Parameter(p.Name!, p.ParameterType), AxisValues(p)))];
    }

    private static List<object?> AxisValues(ParameterInfo parameter)
    {
        var given = AxisOf(parameter) is { } axis ? [.. axis.GetValues(parameter)] : OwnValues(parameter.ParameterType);

        // Each value closes the generic method for its own point.
        if (parameter.ParameterType.ContainsGenericParameters)
            return given;
        var values = new List<object?>(given.Count);
        var wrong = new List<string>();
        foreach (var value in given)
        {
            if (ArgumentConverter.TryConvert(value, parameter.ParameterType, out var converted))
                values.Add(converted);
            else
                wrong.Add($"{ArgumentJson.TryFormat(value) ?? value} ({value?.GetType().Name ?? "null"})");
        }

        return wrong.Count == 0
            ? values
            : throw new GridException($"{AxisName.Of(parameter)}: every value must convert to {parameter.ParameterType.Name} without loss, but {string.Join(", ", wrong.Take(5))}{(wrong.Count > 5 ? ", ..." : "")} {(wrong.Count == 1 ? "does" : "do")} not. Change the value, or the type of the parameter.");
    }

    private static IAxisValues? AxisOf(ParameterInfo parameter) =>
        parameter.GetCustomAttributes(inherit: true).OfType<IAxisValues>().FirstOrDefault();

    private static bool HasOwnValues(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is { } t && (t == typeof(bool) || t.IsEnum);

    private static List<object?> OwnValues(Type type)
    {
        var underlying = Nullable.GetUnderlyingType(type) ?? type;
        List<object?> values = underlying == typeof(bool) ? [false, true] : [.. Enum.GetValues(underlying).Cast<object>().Distinct()];
        if (underlying != type)
            values.Add(null);
        return values;
    }

    private static async Task<List<(ITheoryDataRow Row, object?[] Arguments)>> ReadRows(string name, IXunitTestMethod testMethod, MethodInfo method)
    {
        await using var tracker = new DisposalTracker();
        var rows = new List<(ITheoryDataRow, object?[])>();
        foreach (var attribute in testMethod.DataAttributes)
        {
            var data = await attribute.GetData(method, tracker)
                ?? throw new GridException($"{name}: [{attribute.GetType().Name}] returned null. Return at least one row.");
            foreach (var row in data)
                rows.Add((row, Convert(name, method, testMethod.ResolveMethodArguments(row.GetData()))));
        }

        return rows;
    }

    private static object?[] Convert(string name, MethodInfo method, object?[] row)
    {
        var parameters = method.GetParameters();
        if (row.Length != parameters.Length)
            throw new GridException($"{name}: every row needs as many values as the method has parameters, {parameters.Length}, but one has {row.Length}: {string.Join(", ", row.Select(v => ArgumentJson.TryFormat(v) ?? v?.ToString()))}. Add or remove values.");
        for (var i = 0; i < row.Length; i++)
        {
            var type = parameters[i].ParameterType;
            if (type.ContainsGenericParameters)
                continue;
            if (!ArgumentConverter.TryConvert(row[i], type, out var converted))
                throw new GridException($"{name}: every value must convert to its parameter's type without loss, but {ArgumentJson.TryFormat(row[i]) ?? row[i]} ({row[i]?.GetType().Name ?? "null"}) does not convert to {type.Name} for '{parameters[i].Name}'. Change the value, or the type of the parameter.");
            row[i] = converted;
        }

        return row;
    }
}
