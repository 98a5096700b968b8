using MultiRunner.Grids;
using Xunit;

namespace MultiRunner.Core.Tests.Grids;

/// <summary>What is said of a space whose rules leave nothing, leave too much, or cannot be followed.</summary>
public class SpaceMessageTests
{
    [Fact]
    public void A_constraint_that_allows_nothing() =>
        AssertMessage(
            "S: a sweep needs at least one point, but Where = Fits allows none of 6 combinations. Loosen the constraint, or give the axes other values.",
            Space(2, 3) with { Constraints = [Predicate("Where = Fits", _ => false, 0, 1)] });

    [Fact]
    public void Constraints_that_together_allow_nothing() =>
        AssertMessage(
            "S: a sweep needs at least one point, but Where = Fits, [Exclude(\"a\", 1)] allow none of 2 combinations. Loosen the constraint, or give the axes other values.",
            Space(2) with
            {
                Constraints = [Predicate("Where = Fits", v => (int)v[0]! > 0, 0), Predicate("[Exclude(\"a\", 1)]", v => (int)v[0]! != 1, 0)],
            });

    [Fact]
    public void Of_many_constraints_five_are_named() =>
        AssertMessage(
            "S: a sweep needs at least one point, but [0], [1], [2], [3], [4], ... allow none of 7 combinations. Loosen the constraint, or give the axes other values.",
            Space(7) with { Constraints = [.. Enumerable.Range(0, 7).Select(i => Predicate($"[{i}]", v => (int)v[0]! != i, 0))] });

    [Fact]
    public void A_predicate_that_throws() =>
        AssertMessage(
            "S: Where = Fits must answer true or false for every combination, but it threw DivideByZeroException (Attempted to divide by zero.) for b: 0 (Int32), a: 0 (Int32). Make it answer for these arguments, too.",
            Space(2, 3) with { Constraints = [Predicate("Where = Fits", v => (int)v[0]! / (int)v[1]! > 0, 1, 0)] });

    [Fact]
    public void Conditions_in_a_circle() =>
        AssertMessage(
            "S: whether a parameter matters must follow from parameters that do not depend on it, but 'a' depends on 'b'; 'b' depends on 'c', 'd'; 'c' depends on 'a'. Remove one of these [When].",
            Space(2, 2, 2, 2) with
            {
                Conditions =
                [
                    new(0, Predicate("x", _ => true, 1), 0),
                    new(1, Predicate("y", _ => true, 2, 3), 0),
                    new(2, Predicate("z", _ => true, 0), 0),
                ],
            });

    [Fact]
    public void A_condition_on_the_parameter_itself() =>
        AssertMessage(
            "S: whether a parameter matters must follow from parameters that do not depend on it, but 'b' depends on 'b'. Remove one of these [When].",
            Space(2, 2) with { Conditions = [new(1, Predicate("x", _ => true, 1), 0)] });

    [Theory]
    [MemberData(nameof(CultureScope.All), MemberType = typeof(CultureScope))]
    public void A_constraint_that_refuses_too_many_combinations_one_by_one(string culture)
    {
        using var scope = new CultureScope(culture);
        var asked = 0;
        var space = Space(100, 100, 100) with { Constraints = [Predicate("Where = Fits", _ => ++asked < 0, 0, 1, 2)] };

        var error = Assert.Throws<GridException>(() => Enumeration.Of("S", space, new SpaceWalk("S", space), 10, maxRefused: 1000));

        Assert.Equal(
            "S: the constraints of a grid may refuse at most 1,000 combinations one by one, but Where = Fits refuses more of 1,000,000 combinations. Let each constraint look at fewer parameters, so that it refuses many combinations at once, take fewer values, or set a Sampling.",
            error.Message);
        Assert.Equal(1001, asked);
    }

    [Fact]
    public void Points_are_not_counted_as_refused()
    {
        var space = Space(100, 100) with { Constraints = [Predicate("Where = Fits", v => (int)v[0]! != 5, 0)] };

        Assert.Equal(9900, Enumeration.Of("S", space, new SpaceWalk("S", space), 10_000, maxRefused: 1).Count());
    }

    private static void AssertMessage(string expected, GridSpace space)
    {
        List<Axis> axes = [.. space.Parameters.Select((p, i) => new Axis(p, [.. space.Dimensions[i].Rows.Select(row => row[0])]))];
        Assert.Equal(expected, Assert.Throws<GridException>(() => Grid.FromSpace("S", space, axes, SampleChoice.All)).Message);
    }

    private static GridSpace Space(params int[] sizes) => new(
        [.. sizes.Select((_, i) => new Parameter(((char)('a' + i)).ToString(), typeof(int)))],
        [.. sizes.Select((size, i) => Dimension.Of(i, Enumerable.Range(0, size).Cast<object?>()))]);

    private static Predicate Predicate(string name, Func<object?[], bool> holds, params int[] parameters) => new(name, parameters, holds);
}
