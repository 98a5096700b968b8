using CsCheck;
using MultiRunner.Grids;
using MultiRunner.Grids.Drawing;
using Xunit;

namespace MultiRunner.Core.Tests.Grids;

public class LatinSequenceTests
{
    /// <summary>A change of these numbers would move the points of every sweep that is sampled so.</summary>
    [Fact]
    public void The_points_of_a_seed_never_change() =>
        Assert.Equal(
            [
                [0.9287574940991407, 0.588541018006671],
                [0.5575858495070781, 0.8253951750887291],
                [0.09139335709199929, 0.24775484918208276],
                [0.3663483667612433, 0.9986461140194821],
                [0.7129238464235316, 0.021446947355056405],
                [0.16798509716350374, 0.4438412678800514],
                [0.8884025196376815, 0.26738955600469855],
            ],
            Points.Of(new LatinSequence(6, 7, 2), 2, 7));

    [Fact]
    public void Each_stratum_of_each_dimension_has_one_point_and_so_after_each_doubling()
    {
        for (var samples = 1; samples <= 300; samples++)
        {
            var points = Points.Of(new LatinSequence(samples, (ulong)samples, 3), 3, 4 * samples);
            foreach (var count in new[] { samples, 2 * samples, 4 * samples })
            {
                for (var dimension = 0; dimension < 3; dimension++)
                    Assert.True(Points.FillStrata([.. points[..count].Select(p => p[dimension])]), $"{count} points from {samples}");
            }
        }
    }

    /// <summary>An axis of values has as many parts, and no coordinate may fall into the wrong one.</summary>
    [Fact]
    public void Each_value_of_an_axis_comes_up_equally_often_if_their_number_divides_the_samples() =>
        Gen.Select(Gen.Int[1, 50], Gen.Int[1, 50], Gen.ULong).Sample((values, each, seed) =>
        {
            var points = Points.Of(new LatinSequence(values * each, seed, 1), 1, values * each);

            Assert.All(points.CountBy(p => Coordinate.Stratum(p[0], (UInt128)values)), value => Assert.Equal(each, value.Value));
        });

    [Fact]
    public void Twice_as_many_samples_keep_all_points() =>
        Gen.Select(Gen.Int[1, 200], Gen.Int[0, 3], Gen.ULong).Sample((samples, doublings, seed) =>
            Assert.Equal(
                Points.Of(new LatinSequence(samples, seed, 2), 2, samples << doublings),
                Points.Of(new LatinSequence(samples << doublings, seed, 2), 2, samples << doublings)));

    [Fact]
    public void A_point_is_the_same_in_whichever_order_they_are_asked_for()
    {
        var sequence = new LatinSequence(10, 3, 2);
        var last = Points.At(sequence, 2, 39);

        Assert.Equal(Points.Of(new LatinSequence(10, 3, 2), 2, 40), Points.Of(sequence, 2, 40));
        Assert.Equal(last, Points.At(sequence, 2, 39));
    }

    [Fact]
    public void The_largest_number_of_samples_has_exact_strata()
    {
        const int Most = 999_999;

        Assert.True(Points.FillStrata([.. Points.Of(new LatinSequence(Most, 1, 1), 1, Most).Select(p => p[0])]));
    }

    [Fact]
    public void Dimensions_and_seeds_differ_in_the_order_of_their_strata()
    {
        var a = Points.Of(new LatinSequence(100, 1, 2), 2, 100);
        var b = Points.Of(new LatinSequence(100, 2, 2), 2, 100);

        Assert.InRange(a.Count(p => (int)(p[0] * 100) == (int)(p[1] * 100)), 0, 10);
        Assert.InRange(a.Zip(b).Count(p => (int)(p.First[0] * 100) == (int)(p.Second[0] * 100)), 0, 10);
    }

    [Fact]
    public void Each_stratum_comes_first_equally_often()
    {
        var first = Enumerable.Range(0, 5_000).CountBy(seed => (int)(Points.At(new LatinSequence(5, (ulong)seed, 1), 1, 0)[0] * 5)).ToList();

        Assert.Equal(5, first.Count);
        Assert.All(first, stratum => Assert.InRange(stratum.Value, 850, 1150));
    }

    [Fact]
    public void Beyond_its_memory_there_are_no_points() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Points.At(new LatinSequence(3, 1, 1), 1, LatinSequence.MaxPoints));
}
