using System.Text.Json;
using MultiRunner.Core.Tests.Protocol;
using MultiRunner.Format;
using MultiRunner.Grids;
using MultiRunner.Reports.Model;
using Xunit;
using static MultiRunner.Core.Tests.Grids.ObjectArguments;

namespace MultiRunner.Core.Tests.Grids;

/// <summary>An argument that is accepted can be read from the manifest and stands in a report.</summary>
public class ArgumentDepthTests
{
    private static readonly Dictionary<string, Func<int, object>> Kinds = new()
    {
        ["objects"] = Nodes,
        ["arrays"] = Arrays,
        ["lists"] = levels => Nested(levels, () => new List<object>(), inner => new List<object> { inner }),
        ["dictionaries"] = levels => Nested(
            levels, () => new Dictionary<string, object>(), inner => new Dictionary<string, object> { ["a.b"] = inner }),
        ["tuples"] = levels => Nested(levels, () => new ValueTuple<object>(1), inner => new ValueTuple<object>(inner)),
        ["objects in arrays"] = levels => Nested(levels - 19, () => Nodes(20), inner => new[] { inner }),
    };

    public static TheoryData<string> Names => [.. Kinds.Keys];

    /// <remarks>Lists and dictionaries of objects are refused at any depth, since their items come back as JsonElement.</remarks>
    [Theory]
    [InlineData("objects")]
    [InlineData("arrays")]
    [InlineData("tuples")]
    [InlineData("objects in arrays")]
    public void The_most_levels_go_through_the_manifest(string kind)
    {
        var grid = Grid.FromRows("S", [new Parameter("x", typeof(object))], [[Kinds[kind](ArgumentDepth.Most)]]);
        var manifest = TestSweep.ManifestBy("w") with
        {
            Points = [new CanonicalJson(grid.Points[0].Key)],
            Axes = [new ManifestAxis("x", [PointArguments.Of(new CanonicalJson(grid.Points[0].Key))["x"]])],
        };
        var json = JsonSerializer.SerializeToUtf8Bytes(manifest, SweepJson.Readable.Manifest);

        Assert.Equal(manifest.Points, JsonSerializer.Deserialize(json, SweepJson.Readable.Manifest)!.Points);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void More_levels_are_refused(string kind)
    {
        foreach (var levels in new[] { ArgumentDepth.Most + 1, 61, 64, 70, 2000 })
            AssertRefused(Kinds[kind](levels));
    }

    [Fact]
    public void What_contains_itself_is_refused()
    {
        var array = new object[1];
        array[0] = array;
        var between = new object[1];
        between[0] = ValueTuple.Create(1, between);
        var list = new List<object>();
        list.Add(list);
        var node = new Node();
        node.Next = node;

        Assert.All(new object[] { array, between, list, node }, AssertRefused);
        Assert.Null(ArgumentJson.TryFormat(array));
        Assert.Null(ArgumentJson.TryFormat(between));
    }

    private static void AssertRefused(object argument)
    {
        var message = Assert.Throws<GridException>(
            () => Grid.FromRows("S", [new Parameter("x", typeof(object))], [[argument]])).Message;

        Assert.StartsWith(
            "S: an argument has at most 32 levels of arrays, tuples and objects within each other, since readers of JSON stop at 64, but "
                + $"parameter 'x' got a {argument.GetType()} that has more, or that contains itself. Make it flatter, for instance a list "
                + "whose items name each other by index, or pass a name and build the ",
            message,
            StringComparison.Ordinal);
    }

    private static object Nodes(int levels) => Nested(levels, () => new Node(), inner => new Node { Next = (Node)inner });

    private static object Arrays(int levels) => Nested(levels, () => Array.Empty<object>(), inner => new[] { inner });

    /// <summary>An object of so many levels.</summary>
    private static object Nested(int levels, Func<object> innermost, Func<object, object> around) =>
        Enumerable.Range(1, levels - 1).Aggregate(innermost(), (inner, _) => around(inner));
}
