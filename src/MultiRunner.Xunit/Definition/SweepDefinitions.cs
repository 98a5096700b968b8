using System.Collections.Concurrent;
using System.Reflection;
using MultiRunner.Format;
using MultiRunner.Grids;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace MultiRunner.Definition;

/// <summary>Reads sweep methods, each once a process, and finds what is wrong with them.</summary>
internal static class SweepDefinitions
{
    private static readonly ConcurrentDictionary<MethodInfo, Lazy<Task<SweepDefinition>>> Cache = new();

    /// <summary>The definition of a sweep method.</summary>
    /// <exception cref="GridException">The sweep cannot be run as it is written.</exception>
    public static Task<SweepDefinition> For(IXunitTestMethod testMethod)
    {
        // A closed generic method is one of several kinds of point of the same sweep: the grid is that of the definition.
        var method = testMethod.Method is { IsGenericMethod: true, IsGenericMethodDefinition: false } closed
            ? closed.GetGenericMethodDefinition()
            : testMethod.Method;
        return Cache.GetOrAdd(method, key => new Lazy<Task<SweepDefinition>>(() => Read(testMethod, key))).Value;
    }

    private static async Task<SweepDefinition> Read(IXunitTestMethod testMethod, MethodInfo method)
    {
        var name = MethodName.Of(method);
        var attribute = testMethod.FactAttributes.OfType<SweepTheoryAttribute>().First();
        CheckAttribute(name, attribute);
        var parameters = method.GetParameters();
        var withAxis = parameters.Where(p => AxisAttributes.Of(p).Count > 0).Select(p => $"'{p.Name}'").ToList();
        if (testMethod.DataAttributes.Count > 0 && withAxis.Count > 0)
            throw new GridException(Messages.AxesAndRows(name, withAxis, testMethod.DataAttributes.First()));

        var rows = testMethod.DataAttributes.Count > 0 ? await ReadRows(name, testMethod, method) : null;
        var grid = rows is null
            ? Grid.FromAxes(name, Axes(name, parameters), attribute.MaxPoints)
            : Grid.FromRows(
                name,
                [.. parameters.Select(p => new Parameter(p.Name!, p.ParameterType))],
                [.. rows.Select(r => r.Arguments)],
                attribute.MaxPoints);
        var assembly = (method.ReflectedType ?? method.DeclaringType!).Assembly;
        return new SweepDefinition
        {
            Name = name,
            FullName = MethodName.FullNameOf(method),
            DirectoryName = SweepDirectoryName.Of(method),
            Grid = grid,
            Rows = rows is null ? null : [.. rows.Select(r => r.Row)],
            Objective = attribute.Maximize is { } max ? new Objective(max, Maximize: true)
                : attribute.Minimize is { } min ? new Objective(min, Maximize: false)
                : null,
            Options = SweepSettings.Read(name, attribute, assembly, Environment.GetEnvironmentVariable),
            Returns = ReturnReader.Of(name, method),
            Assembly = new AssemblyStamp(
                assembly.GetName().Name ?? "?",
                assembly.GetName().Version?.ToString() ?? "0.0.0.0",
                assembly.ManifestModule.ModuleVersionId.ToString()),
        };
    }

    private static void CheckAttribute(string name, SweepTheoryAttribute attribute)
    {
        if (attribute.Maximize is not null && attribute.Minimize is not null)
            throw new GridException(Messages.TwoObjectives(name, attribute.Maximize, attribute.Minimize));
        if (attribute.Maximize?.Trim().Length == 0 || attribute.Minimize?.Trim().Length == 0)
            throw new GridException(Messages.EmptyObjective(name));
        if (attribute.MaxPoints < 1)
            throw new GridException(Messages.MaxPointsTooSmall(name, attribute.MaxPoints));
    }

    private static List<Axis> Axes(string name, ParameterInfo[] parameters)
    {
        var missing = parameters
            .Where(p => AxisAttributes.Of(p).Count == 0 && !OwnValues.Has(p.ParameterType))
            .Select(p => $"'{p.Name}' ({p.ParameterType.Name})")
            .ToList();
        if (missing.Count > 0)
            throw new GridException(Messages.NoAxis(name, missing));
        return [.. parameters.Select(p => new Axis(new Parameter(p.Name!, p.ParameterType), AxisValues(p)))];
    }

    /// <summary>The values of all attributes of an axis; none if one of them has none, so that this is not passed over.</summary>
    private static IReadOnlyList<object?> GivenValues(ParameterInfo parameter, IReadOnlyList<IAxisValues> attributes)
    {
        if (attributes.Count == 0)
            return OwnValues.Of(parameter.ParameterType);
        var limit = AxisLimit.Of(parameter);
        var all = new List<object?>();
        foreach (var attribute in attributes)
        {
            var before = all.Count;
            foreach (var value in attribute.GetValues(parameter))
            {
                all.Add(value);
                if (all.Count > limit)
                    throw new GridException(Messages.TooManyValues(AxisName.Of(parameter), limit, AttributeName(attribute)));
            }

            if (all.Count == before)
                return [];
        }

        return all;
    }

    private static string AttributeName(IAxisValues attribute)
    {
        const string Suffix = nameof(Attribute);
        var name = attribute.GetType().Name;
        return name.EndsWith(Suffix, StringComparison.Ordinal) ? name[..^Suffix.Length] : name;
    }

    private static IReadOnlyList<object?> AxisValues(ParameterInfo parameter)
    {
        var given = GivenValues(parameter, AxisAttributes.Of(parameter));

        // Each value closes the generic method for its own point.
        if (parameter.ParameterType.ContainsGenericParameters)
            return given;
        var values = new List<object?>(given.Count);
        var wrong = new List<object?>();
        foreach (var value in given)
        {
            if (ArgumentConverter.TryConvert(value, parameter.ParameterType, out var converted))
                values.Add(converted);
            else
                wrong.Add(value);
        }

        return wrong.Count == 0
            ? values
            : throw new GridException(Messages.AxisDoesNotConvert(AxisName.Of(parameter), parameter.ParameterType, wrong));
    }

    private static async Task<List<(ITheoryDataRow Row, object?[] Arguments)>> ReadRows(
        string name,
        IXunitTestMethod testMethod,
        MethodInfo method)
    {
        await using var tracker = new DisposalTracker();
        var rows = new List<(ITheoryDataRow, object?[])>();
        foreach (var attribute in testMethod.DataAttributes)
        {
            var data = await attribute.GetData(method, tracker)
                ?? throw new GridException($"{name}: [{attribute.GetType().Name}] returned null. Return at least one row.");
            foreach (var row in data)
                rows.Add((row, Convert(name, testMethod, method.GetParameters(), row.GetData())));
        }

        return rows;
    }

    private static object?[] Convert(string name, IXunitTestMethod testMethod, ParameterInfo[] parameters, object?[] data)
    {
        // Before xunit, which converts by the operators of the types: they make 2 of 2.5m, and of a DateTime a DateTimeOffset
        // with the offset of the machine. After xunit, too, for it adds default values and arrays of params.
        object?[] given = [.. data];
        for (var i = 0; i < given.Length && i < parameters.Length; i++)
        {
            var governs = given[i] is { } value
                && ArgumentConverter.Governs(value.GetType())
                && ArgumentConverter.Governs(parameters[i].ParameterType);
            if (governs && !parameters[i].IsDefined(typeof(ParamArrayAttribute)))
                given[i] = Convert(name, parameters[i], given[i]);
        }

        var row = testMethod.ResolveMethodArguments(given);
        if (row.Length != parameters.Length)
            throw new GridException(Messages.RowOfOtherLength(name, parameters.Length, row));
        for (var i = 0; i < row.Length; i++)
            row[i] = Convert(name, parameters[i], row[i]);
        return row;
    }

    private static object? Convert(string name, ParameterInfo parameter, object? value)
    {
        var type = parameter.ParameterType;
        return type.ContainsGenericParameters ? value
            : ArgumentConverter.TryConvert(value, type, out var converted) ? converted
            : throw new GridException(Messages.ValueDoesNotConvert(name, parameter, value));
    }
}
