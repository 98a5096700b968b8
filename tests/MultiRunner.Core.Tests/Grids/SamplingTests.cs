using System.Globalization;
using MultiRunner.Grids;
using MultiRunner.Grids.Drawing;
using Xunit;

namespace MultiRunner.Core.Tests.Grids;

/// <summary>Which points of a space are taken.</summary>
public class SamplingTests
{
    public static TheoryData<Sampling> Drawn => [Sampling.Random, Sampling.Latin, Sampling.Sobol];

    [Theory, MemberData(nameof(Drawn))]
    public void No_point_is_drawn_twice(Sampling sampling)
    {
        var grid = Draw(Space(6, 7, 5), new SampleChoice(sampling, 150, 3));

        Assert.Equal(150, grid.Points.Select(p => p.Key).Distinct().Count());
    }

    [Theory, MemberData(nameof(Drawn))]
    public void All_points_can_be_drawn(Sampling sampling)
    {
        var grid = Draw(Space(4, 3, 5), new SampleChoice(sampling, 60));

        Assert.Equal(60, grid.Points.Select(p => p.Key).Distinct().Count());
    }

    [Theory, MemberData(nameof(Drawn))]
    public void The_same_seed_draws_the_same_points_and_another_seed_draws_others(Sampling sampling)
    {
        var first = Keys(Draw(Space(100, 100, 100), new SampleChoice(sampling, 20, 7)));

        Assert.Equal(first, Keys(Draw(Space(100, 100, 100), new SampleChoice(sampling, 20, 7))));
        Assert.NotEqual(first, Keys(Draw(Space(100, 100, 100), new SampleChoice(sampling, 20, 8))));
    }

    [Theory, MemberData(nameof(Drawn))]
    public void More_samples_keep_the_points_that_were_drawn(Sampling sampling)
    {
        var space = Space(20, 30, 10) with { Constraints = [new Predicate("Where = Fits", [0, 1], a => (int)a[0]! + (int)a[1]! < 35)] };
        var fewer = Keys(Draw(space, new SampleChoice(sampling, 50, 1)));

        var more = Keys(Draw(space, new SampleChoice(sampling, 100, 1)));

        Assert.Equal(100, more.Count);
        Assert.Equal(fewer, more.Take(50));
    }

    [Fact]
    public void Two_hundred_of_ten_to_the_twelve_are_drawn_without_listing_them()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();

        var grid = Draw(Space(1000, 1000, 1000, 1000), new SampleChoice(Sampling.Random, 200, 7));

        Assert.Equal(200, grid.Points.Count);
        Assert.Equal((UInt128)1_000_000_000_000, grid.Origin!.Combinations);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 5_000_000);
    }

    [Theory, MemberData(nameof(Drawn))]
    public void Only_allowed_points_are_drawn_and_what_does_not_matter_has_one_value(Sampling sampling)
    {
        var space = Space(5, 6, 4) with
        {
            Constraints = [new Predicate("Where = Fits", [0, 2], a => (int)a[0]! >= (int)a[1]!)],
            Conditions = [new Condition(1, new Predicate("[When(\"p0\", Above = 2)] on p1", [0], a => (int)a[0]! > 2), -1)],
        };

        var grid = Draw(space, new SampleChoice(sampling, 30));

        Assert.All(grid.Points, point =>
        {
            int p0 = (int)point.Arguments[0]!, p1 = (int)point.Arguments[1]!, p2 = (int)point.Arguments[2]!;
            Assert.True(p0 >= p2);
            Assert.Equal(p0 > 2, p1 >= 0);
        });
    }

    [Theory, MemberData(nameof(Drawn))]
    public void Values_are_drawn_from_distributions(Sampling sampling)
    {
        var space = new GridSpace(
            [new Parameter("rate", typeof(double)), new Parameter("kind", typeof(int))],
            [Dimension.Drawn(0, UniformDistribution.Create("Axis", 0, 1)), Dimension.Of(1, [1, 2])]);
        Axis[] axes = [new(space.Parameters[0], [], space.Dimensions[0].Distribution), new(space.Parameters[1], [1, 2])];

        var grid = Grid.FromSpace("Sweep", space, axes, new SampleChoice(sampling, 64, 5));

        Assert.Null(grid.Origin!.Combinations);
        Assert.InRange(grid.Points.Average(p => (double)p.Arguments[0]!), 0.4, 0.6);
        Assert.InRange(grid.Points.Count(p => (int)p.Arguments[1]! == 1), 16, 48);
    }

    [Theory, MemberData(nameof(Drawn))]
    public void A_point_beside_the_space_is_not_drawn_as_well(Sampling sampling)
    {
        var space = Space(3, 3) with { ExtraRows = [[1, 1]] };

        var grid = Draw(space, new SampleChoice(sampling, 8));

        Assert.Equal(9, grid.Points.Count);
        Assert.Equal([1, 1], grid.Points[^1].Arguments);
    }

    [Fact]
    public void Pairwise_has_each_allowed_pair()
    {
        var space = Space(3, 3, 3, 3) with { Constraints = [new Predicate("Where = Fits", [0, 1], a => !a[0]!.Equals(a[1]))] };

        var grid = Draw(space, new SampleChoice(Sampling.Pairwise));

        var pairs = from point in grid.Points
                    from a in Enumerable.Range(0, 4)
                    from b in Enumerable.Range(a + 1, 3 - a)
                    select (a, point.Arguments[a], b, point.Arguments[b]);
        Assert.Equal((6 * 9) - 3, pairs.Distinct().Count());
        Assert.DoesNotContain(grid.Points, point => point.Arguments[0]!.Equals(point.Arguments[1]));
        Assert.InRange(grid.Points.Count, 9, 12);
    }

    [Fact]
    public void Pairwise_knows_what_does_not_matter()
    {
        var space = Space(2, 3, 3) with
        {
            Conditions = [new Condition(1, new Predicate("[When(\"p0\", 1)] on p1", [0], a => a[0]!.Equals(1)), -1)],
        };

        var grid = Draw(space, new SampleChoice(Sampling.Pairwise));

        Assert.All(grid.Points, point => Assert.Equal(point.Arguments[0]!.Equals(1), !point.Arguments[1]!.Equals(-1)));
        Assert.Equal(3, grid.Points.Count(point => point.Arguments[0]!.Equals(0)));
        Assert.Equal(9, grid.Points.Count(point => point.Arguments[0]!.Equals(1)));
    }

    [Theory]
    [InlineData(Sampling.Random)]
    [InlineData(Sampling.Latin)]
    [InlineData(Sampling.Sobol)]
    [InlineData(Sampling.Pairwise)]
    public void Each_configuration_that_is_taken_has_all_of_its_repeats(Sampling sampling)
    {
        var space = Space(4, 5, 3) with { Constraints = [new Predicate("Where = Fits", [0, 2], a => !a[0]!.Equals(0) || !a[1]!.Equals(2))] };
        space = space with { Parameters = [space.Parameters[0], space.Parameters[1], space.Parameters[2] with { IsRepeat = true }] };

        var grid = Draw(space, new SampleChoice(sampling, sampling == Sampling.Pairwise ? null : 7));

        var configurations = grid.Points.GroupBy(p => (p.Arguments[0], p.Arguments[1])).ToList();
        Assert.Equal(sampling == Sampling.Pairwise ? 20 : 7, configurations.Count);
        Assert.All(configurations, c => Assert.Equal(c.Key.Item1!.Equals(0) ? [0, 1] : [0, 1, 2], c.Select(p => (int)p.Arguments[2]!)));
        Assert.Equal(sampling == Sampling.Pairwise ? 60u : 20u, grid.Origin!.Combinations);
    }

    [Theory]
    [InlineData(Sampling.Random, null, null, "draws a given number of points, but Samples is not set")]
    [InlineData(Sampling.Random, 0, null, "must be at least 1, but it is 0")]
    [InlineData(Sampling.Latin, 2_000_000, null, "at most 100,000 points, but Samples is 2,000,000")]
    [InlineData(Sampling.Sobol, 28, null, "Samples is 28, and of 27 combinations 27 can be drawn")]
    [InlineData(Sampling.Grid, 5, null, "Samples of [SweepTheory] is for points that are drawn, but Sampling is Grid")]
    [InlineData(Sampling.Pairwise, 5, 1, "Samples and Seed of [SweepTheory] are for points that are drawn, but Sampling is Pairwise")]
    public void A_choice_that_cannot_be_is_refused(Sampling sampling, int? samples, int? seed, string expected)
    {
        var error = Assert.Throws<GridException>(() => Draw(Space(3, 3, 3), new SampleChoice(sampling, samples, seed)));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Drawn))]
    public void Too_few_allowed_points_are_an_error_that_says_how_many_there_are(Sampling sampling)
    {
        var space = Space(10, 10) with { Constraints = [new Predicate("Where = Fits", [0], a => a[0]!.Equals(3))] };

        var error = Assert.Throws<GridException>(() => Draw(space, new SampleChoice(sampling, 11)));

        Assert.Contains(sampling == Sampling.Random ? "of 100 combinations 10 can be drawn, because Where = Fits forbids the others" : "only 10 gave a new point, because Where", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Sampling.Grid)]
    [InlineData(Sampling.Pairwise)]
    public void Values_without_number_need_a_draw(Sampling sampling)
    {
        var space = new GridSpace([new Parameter("rate", typeof(double))], [Dimension.Drawn(0, UniformDistribution.Create("Axis", 0, 1))]);

        var error = Assert.Throws<GridException>(
            () => Grid.FromSpace("Sweep", space, [new(space.Parameters[0], [], space.Dimensions[0].Distribution)], new SampleChoice(sampling)));

        Assert.Contains($"Sampling.{sampling} needs axes whose values are listed, but 'rate' (Uniform(0, 1)) has values without number.", error.Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Drawn))]
    public void A_configuration_whose_repeats_are_all_forbidden_is_drawn_again(Sampling sampling)
    {
        var space = Space(9, 3) with { Constraints = [new Predicate("Where = Fits", [0, 1], a => (int)a[0]! + (int)a[1]! > 4)] };
        space = space with { Parameters = [space.Parameters[0], space.Parameters[1] with { IsRepeat = true }] };

        var grid = Draw(space, new SampleChoice(sampling, 6));

        Assert.Equal([3, 4, 5, 6, 7, 8], grid.Points.Select(p => (int)p.Arguments[0]!).Distinct().Order());
        Assert.Equal(1 + 2 + (4 * 3), grid.Points.Count);
    }

    [Theory, MemberData(nameof(Drawn))]
    public void Parameters_that_change_places_draw_the_same_points(Sampling sampling)
    {
        GridSpace forth = Space(50, 60), back = new([forth.Parameters[1], forth.Parameters[0]], [Dimension.Of(0, Values(60)), Dimension.Of(1, Values(50))]);

        Assert.Equal(Keys(Draw(forth, new SampleChoice(sampling, 20))), Keys(Draw(back, new SampleChoice(sampling, 20))));

        static IEnumerable<object?> Values(int count) => Enumerable.Range(0, count).Cast<object?>();
    }

    [Theory]
    [InlineData(Sampling.Random)]
    [InlineData(Sampling.Pairwise)]
    public void A_value_that_is_listed_twice_is_refused(Sampling sampling)
    {
        var space = new GridSpace([new Parameter("a", typeof(int))], [Dimension.Of(0, [1, 2, 1])]);

        var error = Assert.Throws<GridException>(() => Draw(space, new SampleChoice(sampling, sampling == Sampling.Random ? 2 : null)));

        Assert.Contains("each value of an axis is listed once, but 'a' has 1 twice", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_point_beside_the_space_that_is_all_there_is() =>
        Assert.Single(Draw(Space(1) with { ExtraRows = [[0]] }, new SampleChoice(Sampling.Pairwise)).Points);

    [Fact]
    public void An_unknown_sampling_is_refused() =>
        Assert.Contains(
            "must be one of Grid, Random, Latin, Sobol, Pairwise, but it is 99",
            Assert.Throws<GridException>(() => Draw(Space(2), new SampleChoice((Sampling)99))).Message,
            StringComparison.Ordinal);

    private static List<string> Keys(Grid grid) => [.. grid.Points.Select(p => p.Key)];

    private static Grid Draw(GridSpace space, SampleChoice choice) => Grid.FromSpace(
        "Sweep", space, [.. space.Dimensions.Select((d, i) => new Axis(space.Parameters[i], [.. d.Rows.Select(r => r[0])]))], choice);

    private static GridSpace Space(params int[] sizes) => new(
        [.. sizes.Select((_, i) => new Parameter(string.Create(CultureInfo.InvariantCulture, $"p{i}"), typeof(int)))],
        [.. sizes.Select((size, i) => Dimension.Of(i, Enumerable.Range(0, size).Cast<object?>()))]);
}
