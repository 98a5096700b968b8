using MultiRunner.Grids;
using Xunit;

namespace MultiRunner.Core.Tests.Grids;

public class GridTests
{
    [Fact]
    public void The_last_axis_varies_fastest() =>
        Assert.Equal(
            [
                """{"batchSize":16,"hiddenLayers":1,"learningRate":0.01}""",
                """{"batchSize":16,"hiddenLayers":1,"learningRate":0.1}""",
                """{"batchSize":16,"hiddenLayers":2,"learningRate":0.01}""",
                """{"batchSize":16,"hiddenLayers":2,"learningRate":0.1}""",
                """{"batchSize":64,"hiddenLayers":1,"learningRate":0.01}""",
                """{"batchSize":64,"hiddenLayers":1,"learningRate":0.1}""",
                """{"batchSize":64,"hiddenLayers":2,"learningRate":0.01}""",
                """{"batchSize":64,"hiddenLayers":2,"learningRate":0.1}""",
                """{"batchSize":256,"hiddenLayers":1,"learningRate":0.01}""",
                """{"batchSize":256,"hiddenLayers":1,"learningRate":0.1}""",
                """{"batchSize":256,"hiddenLayers":2,"learningRate":0.01}""",
                """{"batchSize":256,"hiddenLayers":2,"learningRate":0.1}""",
            ],
            Training().Points.Select(p => p.Key));

    [Fact]
    public void A_point_holds_its_index_and_the_values_themselves()
    {
        var grid = Training();

        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], grid.Points.Select(p => p.Index));
        Assert.Equal<object?>([16, 1, 0.01], grid.Points[0].Arguments);
        Assert.Equal<object?>([64, 2, 0.1], grid.Points[7].Arguments);
        Assert.Equal<object?>([256, 2, 0.1], grid.Points[11].Arguments);
    }

    [Fact]
    public void The_grid_knows_its_parameters_and_axes()
    {
        var grid = Training();

        Assert.Equal(["batchSize", "hiddenLayers", "learningRate"], grid.Parameters.Select(p => p.Name));
        Assert.Equal([3, 2, 2], grid.Axes!.Select(a => a.Values.Count));
    }

    [Fact]
    public void Values_keep_the_order_in_which_they_were_given() =>
        Assert.Equal(
            ["""{"a":3}""", """{"a":1}""", """{"a":2}"""],
            Grid.FromAxes("Sweep", [Axis<int>("a", 3, 1, 2)]).Points.Select(p => p.Key));

    [Fact]
    public void One_value_on_every_axis_is_one_point() =>
        Assert.Equal(
            ["""{"a":1,"b":"x","c":null}"""],
            Grid.FromAxes("Sweep", [Axis<int>("a", 1), Axis<string>("b", "x"), Axis<string>("c", [null])]).Points.Select(p => p.Key));

    [Fact]
    public void A_method_without_parameters_is_one_point()
    {
        var point = Assert.Single(Grid.FromAxes("Sweep", []).Points);

        Assert.Equal(new GridPoint(0, point.Arguments, "{}"), point);
        Assert.Empty(point.Arguments);
    }

    [Fact]
    public void Every_key_finds_its_point_and_no_other_text_finds_one()
    {
        var grid = Training();

        Assert.All(grid.Points, p => Assert.Equal(p.Index, grid.IndexOf(p.Key)));
        Assert.Equal(-1, grid.IndexOf("""{"batchSize":17,"hiddenLayers":1,"learningRate":0.01}"""));
        Assert.Equal(-1, grid.IndexOf("""{"BATCHSIZE":16,"hiddenLayers":1,"learningRate":0.01}"""));
        Assert.Equal(-1, grid.IndexOf(""));
    }

    [Fact]
    public void Rows_are_taken_as_they_are_listed()
    {
        var grid = Grid.FromRows("Sweep", [Parameter<int>("a"), Parameter<string>("b")], [[2, "y"], [1, "x"], [1, "y"]]);

        Assert.Equal(["""{"a":2,"b":"y"}""", """{"a":1,"b":"x"}""", """{"a":1,"b":"y"}"""], grid.Points.Select(p => p.Key));
        Assert.Equal([0, 1, 2], grid.Points.Select(p => p.Index));
        Assert.Equal<object?>([1, "x"], grid.Points[1].Arguments);
        Assert.Equal(["a", "b"], grid.Parameters.Select(p => p.Name));
        Assert.Null(grid.Axes);
        Assert.Equal(2, grid.IndexOf("""{"a":1,"b":"y"}"""));
    }

    [Fact]
    public void As_many_points_as_the_limit_are_allowed()
    {
        Assert.Equal(6, Grid.FromAxes("Sweep", [Axis<int>("a", 1, 2), Axis<int>("b", 1, 2, 3)], maxPoints: 6).Points.Count);
        Assert.Equal(2, Grid.FromRows("Sweep", [Parameter<int>("a")], [[1], [2]], maxPoints: 2).Points.Count);
    }

    [Fact]
    public void A_grid_has_the_same_points_when_its_parameters_are_swapped()
    {
        Axis number = Axis<int>("number", 1, 2), rate = Axis<double>("Rate", 0.5, double.NaN), name = Axis<string>("größe", "S", null);
        Axis[][] orders = [[number, rate, name], [name, number, rate], [rate, name, number]];

        var keys = orders.Select(order => Grid.FromAxes("Sweep", order).Points.Select(p => p.Key).ToHashSet()).ToList();

        Assert.Equal(8, keys[0].Count);
        Assert.All(keys, k => Assert.Equal(keys[0], k));
        Assert.Contains("""{"Rate":0.5,"größe":"S","number":1}""", keys[0]);
    }

    [Fact]
    public void Zero_and_minus_zero_are_two_points_because_a_function_can_tell_them_apart() =>
        Assert.Equal(["""{"x":0}""", """{"x":-0}"""], Grid.FromAxes("Sweep", [Axis<double>("x", 0.0, -0.0)]).Points.Select(p => p.Key));

    private static Grid Training() =>
        Grid.FromAxes("Training.Train", [Axis<int>("batchSize", 16, 64, 256), Axis<int>("hiddenLayers", 1, 2), Axis<double>("learningRate", 0.01, 0.1)]);

    private static Axis Axis<T>(string name, params object?[] values) => new(Parameter<T>(name), values);

    private static Parameter Parameter<T>(string name) => new(name, typeof(T));
}
