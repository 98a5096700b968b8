using System.Collections.Concurrent;
using System.Reflection;
using MultiRunner.Definition.Rules;
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
        // A closed generic method is one of several kinds of point of the same sweep: the grid is that of the definition. It has the
        // types of one row, and xunit would convert all rows to them.
        var open = testMethod.Method is { IsGenericMethod: true, IsGenericMethodDefinition: false } closed
            ? new XunitTestMethod(testMethod.TestClass, DefinitionOf(closed), testMethodArguments: [])
            : testMethod;
        return Cache.GetOrAdd(open.Method, key => new Lazy<Task<SweepDefinition>>(() => Read(open, key))).Value;
    }

    /// <summary>
    /// The definition of a closed generic method, as a method of the same test class. The runtime returns it as a method of the class that
    /// declares it, and two test classes that inherit it would be one sweep.
    /// </summary>
    private static MethodInfo DefinitionOf(MethodInfo closed)
    {
        const BindingFlags all = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static
            | BindingFlags.FlattenHierarchy;
        var definition = closed.GetGenericMethodDefinition();
        return closed.ReflectedType?.GetMethods(all).FirstOrDefault(definition.HasSameMetadataDefinitionAs) ?? definition;
    }

    private static async Task<SweepDefinition> Read(IXunitTestMethod testMethod, MethodInfo method)
    {
        var name = MethodName.Of(method);
        var attribute = testMethod.FactAttributes.OfType<SweepTheoryAttribute>().First();
        CheckAttribute(name, attribute);
        ParameterInfo[] parameters = [.. method.GetParameters().Where(p => !TokenParameters.Is(p))];
        RepeatsCheck.Check(name, parameters);
        if (testMethod.DataAttributes.FirstOrDefault() is { } data)
        {
            RowsCheck.Check(name, method, parameters, data);
            RulesOnRows.Check(name, attribute, method, data);
        }

        var rows = testMethod.DataAttributes.Count > 0 ? await ReadRows(name, testMethod, method) : null;
        var grid = rows is null
            ? SweepSpace.GridOf(name, attribute, testMethod, method, parameters)
            : Grid.FromRows(
                name,
                [.. parameters.Select(SweepAxes.ParameterOf)],
                [.. rows.Select(r => r.Arguments)],
                attribute.MaxPoints);
        var assembly = (method.ReflectedType ?? method.DeclaringType!).Assembly;
        return new SweepDefinition
        {
            Name = name,
            FullName = MethodName.FullNameOf(method),
            Version = attribute.Version,
            DirectoryName = SweepDirectoryName.Of(method, attribute.Version),
            Grid = grid,
            Rows = rows is null ? null : [.. rows.Select(r => r.Row)],
            Objective = attribute.Maximize is { } max ? new Objective(max, Maximize: true)
                : attribute.Minimize is { } min ? new Objective(min, Maximize: false)
                : null,
            Options = SweepSettings.Read(name, attribute, assembly, Environment.GetEnvironmentVariable),
            Costs = CostEstimates.Of(name, attribute, method, grid),
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
        if (attribute.Version?.Trim().Length == 0)
            throw new GridException(Messages.EmptyVersion(name));
        if (attribute.Version?.Any(char.IsControl) == true)
            throw new GridException(Messages.ControlCharactersInVersion(name, attribute.Version));
    }

    private static async Task<List<(ITheoryDataRow Row, object?[] Arguments)>> ReadRows(
        string name,
        IXunitTestMethod testMethod,
        MethodInfo method)
    {
        await using var tracker = new DisposalTracker();
        var arguments = new RowArguments(name, testMethod, method, RowKind.Data);
        var rows = new List<(ITheoryDataRow, object?[])>();
        foreach (var attribute in testMethod.DataAttributes)
        {
            var data = await attribute.GetData(method, tracker)
                ?? throw new GridException($"{name}: [{attribute.GetType().Name}] returned null. Return at least one row.");
            foreach (var row in data)
                rows.Add((row, arguments.Of(row.GetData())));
        }

        arguments.Check();
        return rows;
    }
}
