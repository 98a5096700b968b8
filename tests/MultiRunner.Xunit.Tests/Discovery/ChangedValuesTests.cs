using System.Reflection;
using MultiRunner.Definition;
using MultiRunner.Grids;
using Xunit.v3;

namespace MultiRunner.Tests.Discovery;

/// <summary>What the code of a sweep does to the values that it gets changes no point.</summary>
public sealed class ChangedValuesTests
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;

    [Theory]
    [InlineData(nameof(Sweeps.Allowed), """{"n":1,"sizes":[3,1,2]}""", """{"n":2,"sizes":[3,1,2]}""")]
    [InlineData(nameof(Sweeps.Mattering), """{"n":1,"sizes":[3,1,2]}""", """{"n":2,"sizes":[3,1,2]}""")]
    [InlineData(nameof(Sweeps.Costing), """{"n":1,"sizes":[3,1,2]}""", """{"n":2,"sizes":[3,1,2]}""")]
    [InlineData(nameof(Sweeps.OfObjects), """{"any":[[3,1,2],null]}""")]
    public async Task A_method_that_sorts_its_array_sorts_a_copy(string method, params string[] keys)
    {
        var grid = (await Read(method)).Grid;

        Assert.Equal(keys, grid.Points.Select(point => point.Key));
        using var again = new KeyWriter("Sweep", grid.Parameters);
        Assert.Equal(keys, grid.Points.Select(point => again.KeyOf(point.Arguments)));
    }

    [Theory]
    [InlineData(nameof(Sweeps.OfAField))]
    [InlineData(nameof(Sweeps.OfRows))]
    public async Task Points_keep_their_values_when_the_code_changes_its_own(string method)
    {
        var points = (await Read(method)).Grid.Points;
        foreach (var array in Sweeps.Kept)
            array[0]++;

        using var keys = new KeyWriter("Sweep", [new("sizes", typeof(int[]))]);
        Assert.All(points, point => Assert.Equal(point.Key, keys.KeyOf(point.Arguments)));
    }

    [Fact]
    public async Task A_value_that_cannot_be_copied_is_refused_before_a_method_gets_it() =>
        Assert.Contains(
            "parameter 'stream' got a System.IO.MemoryStream, which System.Text.Json cannot write",
            (await Assert.ThrowsAsync<GridException>(() => Read(nameof(Sweeps.OfStreams)))).Message,
            StringComparison.Ordinal);

    private static Task<SweepDefinition> Read(string method)
    {
        var own = (IXunitTestMethod)TestContext.Current.TestMethod!;
        return SweepDefinitions.For(new XunitTestMethod(own.TestClass, typeof(Sweeps).GetMethod(method, All)!, []));
    }

#pragma warning disable CA1822, IDE0051, xUnit1000, xUnit1026 // Private, so that the runner of these tests does not take them for its own.
    private sealed class Sweeps
    {
        public static readonly int[][] Kept = [[1, 2], [3, 4]];

        public static TheoryData<int[]> Rows => [.. Kept];

        private static int[][] Sizes => [[3, 1, 2]];

        private static IEnumerable<object> Objects => [new object?[] { new List<int> { 3, 1, 2 }, null }];

        private static MemoryStream[] Streams => [new([1])];

        [SweepTheory(Where = nameof(Sorted))]
        public void Allowed([ValuesFrom(nameof(Sizes))] int[] sizes, [Values(1, 2)] int n)
        {
        }

        [SweepTheory]
        public void Mattering([ValuesFrom(nameof(Sizes))] int[] sizes, [Values(1, 2)][When(nameof(Sorted))] int n)
        {
        }

        [SweepTheory(Cost = nameof(Cheapest))]
        public void Costing([ValuesFrom(nameof(Sizes))] int[] sizes, [Values(1, 2)] int n)
        {
        }

        [SweepTheory(Where = nameof(Cleared))]
        public void OfObjects([ValuesFrom(nameof(Objects))] object any)
        {
        }

        [SweepTheory]
        public void OfAField([ValuesFrom(nameof(Kept))] int[] sizes)
        {
        }

        [SweepTheory]
        [MemberData(nameof(Rows))]
        public void OfRows(int[] sizes)
        {
        }

        [SweepTheory(Where = nameof(Open))]
        public void OfStreams([ValuesFrom(nameof(Streams))] MemoryStream stream)
        {
        }

        private static bool Sorted(int[] sizes)
        {
            // Each call gets the values of the code.
            var isAsWritten = sizes is [3, 1, 2];
            Array.Sort(sizes);
            return isAsWritten;
        }

        private static int Cheapest(int[] sizes)
        {
            Array.Sort(sizes);
            return sizes[0];
        }

        private static bool Cleared(object any)
        {
            ((List<int>)((object?[])any)[0]!).Clear();
            return true;
        }

        private static bool Open(MemoryStream stream) => stream.CanRead;
    }
}
