using MultiRunner.Grids;
using Xunit;

namespace MultiRunner.Core.Tests.Grids;

/// <summary>Which points a space has, one by one.</summary>
public class SpaceTests
{
    private static readonly string[] Names = ["a", "b", "c", "d"];

    [Fact]
    public void A_constraint_takes_points_out_and_keeps_the_order()
    {
        var space = Space([1, 2, 3], [1, 2, 3]) with { Constraints = [Where([0, 1], v => (int)v[0]! * (int)v[1]! <= 3)] };

        Assert.Equal(
            ["""{"a":1,"b":1}""", """{"a":1,"b":2}""", """{"a":1,"b":3}""", """{"a":2,"b":1}""", """{"a":3,"b":1}"""],
            KeysOf(space));
    }

    [Fact]
    public void A_parameter_that_does_not_matter_has_one_value()
    {
        var space = Space([0, 1, 2], [16, 32, 64]) with { Conditions = [new(1, Where([0], v => (int)v[0]! > 0), 16)] };

        Assert.Equal(
            [
                """{"a":0,"b":16}""",
                """{"a":1,"b":16}""",
                """{"a":1,"b":32}""",
                """{"a":1,"b":64}""",
                """{"a":2,"b":16}""",
                """{"a":2,"b":32}""",
                """{"a":2,"b":64}""",
            ],
            KeysOf(space));
    }

    [Fact]
    public void A_value_beside_the_axis_stands_where_the_parameter_does_not_matter()
    {
        var space = Space([0, 1], [16, 32]) with { Conditions = [new(1, Where([0], v => (int)v[0]! > 0), null)] };

        Assert.Equal(["""{"a":0,"b":null}""", """{"a":1,"b":16}""", """{"a":1,"b":32}"""], KeysOf(space));
    }

    /// <summary>The first dimension depends on the last, so it gets its values after it, and its points must be put in order.</summary>
    [Fact]
    public void A_condition_on_a_later_parameter_leaves_the_order_of_the_code()
    {
        var space = Space([1, 2], [1, 2], [0, 1]) with { Conditions = [new(0, Where([2], v => (int)v[0]! > 0), 2)] };

        Assert.Equal(
            [
                """{"a":2,"b":1,"c":0}""",
                """{"a":1,"b":1,"c":1}""",
                """{"a":2,"b":2,"c":0}""",
                """{"a":1,"b":2,"c":1}""",
                """{"a":2,"b":1,"c":1}""",
                """{"a":2,"b":2,"c":1}""",
            ],
            KeysOf(space));
    }

    [Fact]
    public void Conditions_and_constraints_see_the_value_of_a_parameter_that_does_not_matter()
    {
        // c matters where b is 2, and b matters where a is 1.
        var space = Space([0, 1], [2, 3], [5, 6]) with
        {
            Conditions = [new(2, Where([1], v => (int)v[0]! == 2), 5), new(1, Where([0], v => (int)v[0]! == 1), 0)],
            Constraints = [Where([1], v => (int)v[0]! != 3)],
        };

        Assert.Equal(["""{"a":0,"b":0,"c":5}""", """{"a":1,"b":2,"c":5}""", """{"a":1,"b":2,"c":6}"""], KeysOf(space));
    }

    [Fact]
    public void A_condition_changes_no_key_of_the_points_that_remain()
    {
        var all = Space([0, 1, 2], [16, 32, 64]);

        var some = KeysOf(all with { Conditions = [new(1, Where([0], v => (int)v[0]! > 0), 32)] });

        Assert.Equal(7, some.Count);
        Assert.Subset(KeysOf(all).ToHashSet(), some.ToHashSet());
    }

    [Fact]
    public void Few_points_of_a_million_millions_are_found_by_few_questions()
    {
        var asked = 0;
        var digits = Enumerable.Range(0, 10).Cast<object?>().ToArray();
        GridSpace space = new(
            [.. Enumerable.Range(0, 12).Select(i => new Parameter($"p{i:00}", typeof(int)))],
            [.. Enumerable.Range(0, 12).Select(i => Dimension.Of(i, digits))])
        {
            Constraints = [.. Enumerable.Range(0, 11).Select(i => Where([i, i + 1], v => ++asked > 0 && Equals(v[0], v[1])))],
        };

        Assert.Equal(10, KeysOf(space).Count);
        Assert.InRange(asked, 1, 2_000);
    }

    /// <summary>In the order of the code, the question about the last parameter comes up a thousand million times.</summary>
    [Fact]
    public void A_constraint_on_late_parameters_is_asked_before_other_parameters_have_values()
    {
        var asked = 0;
        object?[] thousand = [.. Enumerable.Range(0, 1000).Cast<object?>()];
        var space = Space([1, 2], thousand, thousand, thousand) with
        {
            Constraints =
            [
                Where([1, 2], v => ++asked > 0 && Equals(v[0], 7) && Equals(v[1], 8)),
                Where([3], v => ++asked > 0 && Equals(v[0], 9)),
            ],
        };

        Assert.Equal(["""{"a":1,"b":7,"c":8,"d":9}""", """{"a":2,"b":7,"c":8,"d":9}"""], KeysOf(space));
        Assert.Equal(1_001_000, asked);
    }

    [Fact]
    public void MaxPoints_counts_what_the_constraints_leave()
    {
        var space = Space([.. Enumerable.Range(0, 100).Cast<object?>()], [.. Enumerable.Range(0, 100).Cast<object?>()]) with
        {
            Constraints = [Where([0, 1], v => Equals(v[0], v[1]))],
        };

        Assert.Equal(100, Grid.FromSpace("S", space, AxesOf(space), SampleChoice.All, maxPoints: 100).Points.Count);
        Assert.Equal(
            "S: a sweep has at most 99 points, but the combinations that its constraints allow are more. Take fewer values, set a Sampling, or raise MaxPoints on [SweepTheory].",
            Assert.Throws<GridException>(() => Grid.FromSpace("S", space, AxesOf(space), SampleChoice.All, maxPoints: 99)).Message);
    }

    [Fact]
    public void All_of_several_predicates_are_asked_about_their_own_parameters()
    {
        var all = Predicate.All("all", [Where([3, 1], v => (int)v[0]! == 30 && (int)v[1]! == 10), Where([1, 2], v => (int)v[0]! < (int)v[1]!)]);

        Assert.Equal("all", all.Name);
        Assert.Equal([3, 1, 2], all.Parameters);
        Assert.True(all.Holds([30, 10, 20]));
        Assert.False(all.Holds([30, 10, 10]));
        Assert.False(all.Holds([31, 10, 20]));
    }

    private static IReadOnlyList<string> KeysOf(GridSpace space) =>
        [.. Grid.FromSpace("S", space, AxesOf(space), SampleChoice.All).Points.Select(p => p.Key)];

    private static IReadOnlyList<Axis> AxesOf(GridSpace space) =>
        [.. space.Parameters.Select((p, i) => new Axis(p, [.. space.Dimensions[i].Rows.Select(row => row[0])]))];

    private static GridSpace Space(params object?[][] axes) => new(
        [.. axes.Select((_, i) => new Parameter(Names[i], typeof(int)))],
        [.. axes.Select((values, i) => Dimension.Of(i, values))]);

    private static Predicate Where(int[] parameters, Func<object?[], bool> holds) => new("Where = Fits", parameters, holds);
}
