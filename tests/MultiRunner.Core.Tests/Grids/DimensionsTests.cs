using MultiRunner.Grids;
using MultiRunner.Grids.Drawing;
using Xunit;

namespace MultiRunner.Core.Tests.Grids;

/// <summary>Axes that are walked in step.</summary>
public class DimensionsTests
{
    [Fact]
    public void A_group_is_walked_in_step_at_the_place_of_its_first_parameter() =>
        Assert.Equal(
            [
                """{"depth":2,"seed":0,"width":64}""",
                """{"depth":2,"seed":1,"width":64}""",
                """{"depth":4,"seed":0,"width":128}""",
                """{"depth":4,"seed":1,"width":128}""",
            ],
            Keys(Axis("width", "", 64, 128), Axis("seed", null, 0, 1), Axis("depth", "", 2, 4)));

    [Fact]
    public void Groups_are_crossed_with_one_another() =>
        Assert.Equal(
            [
                """{"a":1,"b":5,"c":3,"d":7}""",
                """{"a":1,"b":6,"c":3,"d":8}""",
                """{"a":2,"b":5,"c":4,"d":7}""",
                """{"a":2,"b":6,"c":4,"d":8}""",
            ],
            Keys(Axis("a", "x", 1, 2), Axis("b", "X", 5, 6), Axis("c", "x", 3, 4), Axis("d", "X", 7, 8)));

    [Fact]
    public void A_parameter_of_a_group_may_have_a_value_twice() =>
        Assert.Equal(
            ["""{"n":1,"name":"a"}""", """{"n":1,"name":"b"}""", """{"n":2,"name":"c"}"""],
            Keys(Axis("n", "g", 1, 1, 2), Axis("name", "g", "a", "b", "c")));

    [Fact]
    public void The_size_counts_each_group_once()
    {
        Axis[] axes = [Axis("a", "g", 1, 2, 3), Axis("b", "g", 1, 2, 3), Axis("c", null, 1, 2)];
        var space = new GridSpace([.. axes.Select(axis => axis.Parameter)], Dimensions.Of("Sweep", axes));
        Assert.Equal((UInt128)6, space.Size);
        Assert.Equal([[0, 1], [2]], space.Dimensions.Select(d => d.Parameters));
    }

    [Fact]
    public void Drawn_values_are_a_dimension_of_their_own()
    {
        var dimension = Assert.Single(Dimensions.Of("Sweep", [Drawn("x", null)]));
        Assert.Equal("Fake(0, 1)", dimension.Distribution!.Text);
    }

    [Fact]
    public void The_same_row_twice_is_a_repeated_point() =>
        Assert.Equal(
            "Sweep: every point is listed once, but 1 of 3 repeat another (point 2 is the same as 0: {\"a\":1,\"b\":5}). Remove the repeated "
                + "values; to run a point several times, add an axis such as [Repeats(3)] int seed.",
            Message(Axis("a", "", 1, 1, 1), Axis("b", "", 5, 6, 5)));

    [Fact]
    public void Each_lone_parameter_is_named_with_all_groups() =>
        Assert.Equal(
            "Sweep: [Zip] walks two or more parameters in step, but 'a' is alone in [Zip(\"size\")], 'b' is alone in [Zip(\"Size\")], 'e' is "
                + "alone in [Zip]. Give another parameter the same [Zip], or remove it. The method has [Zip(\"size\")] on 'a'; "
                + "[Zip(\"Size\")] on 'b'; [Zip(\"x\")] on 'c', 'd'; [Zip] on 'e'.",
            Message(Axis("a", "size", 1), Axis("b", "Size", 1), Axis("c", "x", 1), Axis("d", "x", 1), Axis("e", "", 1), Axis("f", null, 1)));

    [Fact]
    public void Each_unequal_group_is_named_with_its_lengths() =>
        Assert.Equal(
            "Sweep: parameters that [Zip] walks in step must have equally many values, but in [Zip] 'a' has 2, 'b' has 3; in [Zip(\"y\")] "
                + "'c' has 1, 'd' has 1, 'e' has 2. Add or remove values, or remove [Zip] to run all combinations.",
            Message(
                Axis("a", "", 1, 2),
                Axis("b", "", 1, 2, 3),
                Axis("c", "y", 1),
                Axis("d", "y", 1),
                Axis("e", "y", 1, 2),
                Axis("f", "z", 1, 2),
                Axis("g", "z", 1, 2)));

    [Fact]
    public void An_axis_of_a_group_without_values_is_told_as_any_other() =>
        Assert.StartsWith(
            "Sweep: every axis needs at least one value, but 'b' (Object) has none. Give the axis a value",
            Message(Axis("a", "", 1, 2), Axis("b", "")),
            StringComparison.Ordinal);

    [Fact]
    public void Each_drawn_parameter_of_a_group_is_named() =>
        Assert.Equal(
            "Sweep: parameters that [Zip] walks in step must have values that are listed, but 'b' (Fake(0, 1)) in [Zip(\"g\")], 'd' (Fake(0, "
                + "1)) in [Zip] have values without number. List them, for instance with [LinRange] or [LogRange], or remove [Zip].",
            Message(Axis("a", "g", 1), Drawn("b", "g"), Axis("c", "", 1), Drawn("d", ""), Drawn("e", null)));

    [Fact]
    public void Points_beside_the_product_count()
    {
        Axis[] axes = [Axis("a", null, 1, 2)];
        var space = new GridSpace([axes[0].Parameter], Dimensions.Of("Sweep", axes)) { ExtraRows = [[7]] };
        Assert.Equal(
            "Sweep: a sweep has at most 2 points, but this one has 3, of which 1 is from [AlsoRun]. Take fewer values, or raise MaxPoints on "
                + "[SweepTheory].",
            Assert.Throws<GridException>(() => Grid.FromSpace("Sweep", space, axes, SampleChoice.All, maxPoints: 2)).Message);
    }

    private static IEnumerable<string> Keys(params Axis[] axes) => Grid.FromAxes("Sweep", axes).Points.Select(point => point.Key);

    private static string Message(params Axis[] axes) => Assert.Throws<GridException>(() => Grid.FromAxes("Sweep", axes)).Message;

    private static Axis Axis(string name, string? group, params object?[] values) =>
        new(new Parameter(name, typeof(object)), values) { Group = group };

    private static Axis Drawn(string name, string? group) => new(new Parameter(name, typeof(double)), [], new Fake()) { Group = group };

    private sealed class Fake : IDistribution
    {
        public string Text => "Fake(0, 1)";

        public object At(double coordinate) => coordinate;
    }
}
