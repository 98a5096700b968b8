using System.Reflection;
using MultiRunner.Definition;
using MultiRunner.Grids;
using Xunit.v3;

namespace MultiRunner.Tests.Discovery;

/// <summary>Reads the grid of a sweep method of a test class.</summary>
internal static class GridReader
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;

    public static Grid GridOf(Type type, string name)
    {
        var method = type.GetMethod(name, All)!;
        var attribute = method.GetCustomAttribute<SweepTheoryAttribute>(inherit: true)!;
        var own = (IXunitTestMethod)TestContext.Current.TestMethod!;
        var testMethod = new XunitTestMethod(own.TestClass, method, []);
        return SweepSpace.GridOf(
            MethodName.Of(method), attribute, testMethod, method, [.. method.GetParameters().Where(p => !TokenParameters.Is(p))]);
    }

    /// <summary>The points as lines of values: "0 16".</summary>
    public static IReadOnlyList<string> PointsOf(Type type, string name) =>
        [.. GridOf(type, name).Points.Select(p => string.Join(' ', p.Arguments.Select(value => ArgumentJson.TryFormat(value))))];

    public static string MessageOf(Type type, string name) => Assert.Throws<GridException>(() => GridOf(type, name)).Message;
}
