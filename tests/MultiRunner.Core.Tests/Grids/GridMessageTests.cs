using MultiRunner.Grids;
using Xunit;

namespace MultiRunner.Core.Tests.Grids;

/// <summary>Every message names the rule, the fact and the remedy, in these words.</summary>
public class GridMessageTests
{
    private static readonly object?[] Two = [1, 2];

    [Fact]
    public void An_axis_without_values() =>
        AssertMessage(
            "Training.Train: every axis needs at least one value, but 'learningRate' (Object) has none. Give the axis a value, or remove its attribute and its parameter; [Values] without arguments means all values only of a bool or an enum.",
            () => Grid.FromAxes("Training.Train", [Axis("batchSize", Two), Axis("learningRate", [])]));

    [Fact]
    public void Names_of_parameters_that_are_alike() =>
        AssertMessage(
            "Training.Train: the names of parameters are compared without case, but 'seed' and 'Seed' and 'seed'; 'rate' and 'RATE' are alike. Rename all but one of them.",
            () => Grid.FromRows("Training.Train", [Parameter("seed"), Parameter("rate"), Parameter("Seed"), Parameter("n"), Parameter("RATE"), Parameter("seed")], [[1, 2, 3, 4, 5, 6]]));

    [Fact]
    public void Every_axis_without_values_is_named() =>
        AssertMessage(
            "Training.Train: every axis needs at least one value, but 'a' (Object), 'c' (Object) have none. Give the axis a value, or remove its attribute and its parameter; [Values] without arguments means all values only of a bool or an enum.",
            () => Grid.FromAxes("Training.Train", [Axis("a", []), Axis("b", Two), Axis("c", [])]));

    [Theory]
    [MemberData(nameof(CultureScope.All), MemberType = typeof(CultureScope))]
    public void Too_many_points(string culture)
    {
        using var scope = new CultureScope(culture);
        object?[] thousand = [.. Enumerable.Range(0, 1000).Cast<object?>()];

        AssertMessage(
            "Training.Train: a sweep has at most 100,000 points, but this one has 2,000,000 (1000 x 2 x 1000 points). Take fewer values, or raise MaxPoints on [SweepTheory].",
            () => Grid.FromAxes("Training.Train", [Axis("a", thousand), Axis("b", Two), Axis("c", thousand)]));
    }

    [Fact]
    public void More_points_than_an_int_can_count()
    {
        object?[] thousand = [.. Enumerable.Range(0, 1000).Cast<object?>()];

        AssertMessage(
            "S: a sweep has at most 100,000 points, but this one has 1,000,000,000,000 (1000 x 1000 x 1000 x 1000 points). Take fewer values, or raise MaxPoints on [SweepTheory].",
            () => Grid.FromAxes("S", [Axis("a", thousand), Axis("b", thousand), Axis("c", thousand), Axis("d", thousand)]));
    }

    [Fact]
    public void Too_many_rows() =>
        AssertMessage(
            "S: a sweep has at most 2 points, but this one has 3 (rows). Take fewer values, or raise MaxPoints on [SweepTheory].",
            () => Grid.FromRows("S", [Parameter("a")], [[1], [2], [3]], maxPoints: 2));

    [Fact]
    public void No_rows() =>
        AssertMessage(
            "S: a sweep needs at least one point, but its data attributes returned no rows. Return at least one row, or give its parameters axes such as [Values(1, 2)].",
            () => Grid.FromRows("S", [Parameter("a")], []));

    [Fact]
    public void Rows_that_do_not_fit_the_parameters() =>
        AssertMessage(
            "S: every row needs one value for each of the 2 parameters (a, b), but row 1 has 1, row 3 has 3. Add or remove values.",
            () => Grid.FromRows("S", [Parameter("a"), Parameter("b")], [[1, 1], [1], [1, 2], [1, 2, 3]]));

    [Fact]
    public void A_repeated_value() =>
        AssertMessage(
            """S: every point is listed once, but 2 of 6 repeat another (point 4 is the same as 0: {"a":1,"b":1}; point 5 is the same as 1: {"a":1,"b":2}). Remove the repeated values; to run a point several times, add an axis such as [Repeats(3)] int seed.""",
            () => Grid.FromAxes("S", [Axis("a", [1, 2, 1]), Axis("b", Two)]));

    [Fact]
    public void Of_many_repeated_rows_five_are_named() =>
        AssertMessage(
            """S: every point is listed once, but 6 of 7 repeat another (point 1 is the same as 0: {"a":1}; point 2 is the same as 0: {"a":1}; point 3 is the same as 0: {"a":1}; point 4 is the same as 0: {"a":1}; point 5 is the same as 0: {"a":1}; ...). Remove the repeated values; to run a point several times, add an axis such as [Repeats(3)] int seed.""",
            () => Grid.FromRows("S", [Parameter("a")], [[1], [1], [1], [1], [1], [1], [1]]));

    [Fact]
    public void Values_that_are_written_differently_but_are_the_same() =>
        AssertMessage(
            """S: every point is listed once, but 1 of 2 repeat another (point 1 is the same as 0: {"a":1}). Remove the repeated values; to run a point several times, add an axis such as [Repeats(3)] int seed.""",
            () => Grid.FromAxes("S", [Axis("a", [1.0m, 1.00m])]));

    [Fact]
    public void A_value_that_JSON_cannot_carry() =>
        AssertMessage(
            "S: arguments must be values that JSON can carry (numbers, bool, char, string, enums, dates and times, Guid, Uri, Version, null, objects that go through System.Text.Json and back unchanged, and arrays and tuples of all these), but parameter 'model' got a MultiRunner.Core.Tests.Grids.ObjectArguments+Hidden, which is not the same when it has been read back from {\"N\":1}: its seed differs. Make all of its state public properties, as in a record, or pass a name and build the Hidden inside the method.",
            () => Grid.FromAxes("S", [Axis("seed", Two), Axis("model", [new ObjectArguments.Hidden(1)])]));

    [Fact]
    public void An_item_deep_in_an_array_that_JSON_cannot_carry() =>
        AssertMessage(
            "S: arguments must be values that JSON can carry (numbers, bool, char, string, enums, dates and times, Guid, Uri, Version, null, objects that go through System.Text.Json and back unchanged, and arrays and tuples of all these), but parameter 'a' got a System.Int32[,], which has 2 dimensions. Pass an array of arrays, such as Int32[][].",
            () => Grid.FromRows("S", [Parameter("a")], [[new object?[] { 1, new object?[] { null, new int[1, 1] } }]]));

    [Fact]
    public void A_text_with_half_of_a_surrogate_pair() =>
        AssertMessage(
            """S: a text must be valid Unicode, but parameter 'name' got "x\uD83Dy", which has half of a surrogate pair. Remove that half, or pass a name for the text and build it inside the method.""",
            () => Grid.FromAxes("S", [Axis("name", ["x", "x\uD83Dy"])]));

    private static void AssertMessage(string expected, Action act) =>
        Assert.Equal(expected, Assert.Throws<GridException>(act).Message);

    private static Axis Axis(string name, object?[] values) => new(Parameter(name), values);

    private static Parameter Parameter(string name) => new(name, typeof(object));
}
