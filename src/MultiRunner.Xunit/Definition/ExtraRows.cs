using System.Reflection;
using Xunit.v3;

namespace MultiRunner.Definition;

/// <summary>The points beside the product of a sweep method's axes.</summary>
internal static class ExtraRows
{
    /// <summary>Their arguments, converted as those of rows are.</summary>
    /// <exception cref="GridException">One of them does not fit the parameters.</exception>
    public static IReadOnlyList<object?[]> Of(string sweep, IXunitTestMethod testMethod, MethodInfo method)
    {
        var arguments = new RowArguments(sweep, testMethod, method, RowKind.AlsoRun);
        List<object?[]> rows = [.. ValuesOf(method).Select(arguments.Of)];
        arguments.Check();
        return rows;
    }

    /// <summary>What <c>[AlsoRun]</c> says on the method, or on the nearest that it overrides and that has some.</summary>
    public static IReadOnlyList<object?[]> ValuesOf(MethodInfo method) =>
        Declarations.Of(method)
            .Select(declared => declared.GetCustomAttributes<AlsoRunAttribute>(inherit: false).Select(point => point.Values).ToList())
            .FirstOrDefault(rows => rows.Count > 0) ?? [];
}
