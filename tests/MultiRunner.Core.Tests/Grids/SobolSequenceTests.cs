using MultiRunner.Grids;
using MultiRunner.Grids.Drawing;
using Xunit;

namespace MultiRunner.Core.Tests.Grids;

public class SobolSequenceTests
{
    /// <summary>A change of these numbers would move the points of every sweep that is sampled so.</summary>
    [Fact]
    public void The_points_of_a_seed_never_change() =>
        Assert.Equal(
            [
                [0.45306183459764515, 0.36448222441863, 0.02537877857672466],
                [0.9530618345976452, 0.86448222441863, 0.5253787785767247],
                [0.7030618345976452, 0.11448222441862999, 0.27537877857672466],
                [0.20306183459764515, 0.61448222441863, 0.7753787785767247],
            ],
            Points.Of(new SobolSequence(7, 3), 3, 4));

    /// <summary>The output of the authors' program for five dimensions, as JuliaMath/Sobol.jl keeps it in exp_results_5.</summary>
    [Fact]
    public void The_published_points_come_out_without_the_shift() =>
        Assert.Equal(
            [
                [0, 0, 0, 0, 0],
                [0.5, 0.5, 0.5, 0.5, 0.5],
                [0.75, 0.25, 0.25, 0.25, 0.75],
                [0.25, 0.75, 0.75, 0.75, 0.25],
                [0.375, 0.375, 0.625, 0.875, 0.375],
                [0.875, 0.875, 0.125, 0.375, 0.875],
                [0.625, 0.125, 0.875, 0.625, 0.625],
                [0.125, 0.625, 0.375, 0.125, 0.125],
                [0.1875, 0.3125, 0.9375, 0.4375, 0.5625],
                [0.6875, 0.8125, 0.4375, 0.9375, 0.0625],
                [0.9375, 0.0625, 0.6875, 0.1875, 0.3125],
                [0.4375, 0.5625, 0.1875, 0.6875, 0.8125],
                [0.3125, 0.1875, 0.3125, 0.5625, 0.9375],
                [0.8125, 0.6875, 0.8125, 0.0625, 0.4375],
                [0.5625, 0.4375, 0.0625, 0.8125, 0.1875],
                [0.0625, 0.9375, 0.5625, 0.3125, 0.6875],
            ],
            Points.Of(SobolSequence.Unshifted(5), 5, 16));

    [Fact]
    public void A_point_far_out_is_there_at_once()
    {
        var point = Points.At(SobolSequence.Unshifted(256), 256, 1_000_000);

        Assert.Equal([0.3119192123413086, 0.25440120697021484, 0.2996034622192383, 0.5557622909545898], [point[1], point[9], point[99], point[255]]);
    }

    [Fact]
    public void Each_dimension_has_one_point_in_each_stratum_for_each_power_of_two()
    {
        var points = Points.Of(new SobolSequence(3, SobolSequence.MaxDimensions), SobolSequence.MaxDimensions, 1024);
        for (var dimension = 0; dimension < SobolSequence.MaxDimensions; dimension++)
        {
            for (var count = 1; count <= 1024; count *= 2)
                Assert.True(Points.FillStrata([.. points[..count].Select(p => p[dimension])]), $"dimension {dimension}, {count} points");
        }
    }

    /// <summary>Two equal dimensions would have the same points.</summary>
    [Fact]
    public void No_two_dimensions_are_alike()
    {
        var points = Points.Of(SobolSequence.Unshifted(SobolSequence.MaxDimensions), SobolSequence.MaxDimensions, 1024);
        var columns = Enumerable.Range(0, SobolSequence.MaxDimensions).Select(d => string.Join(' ', points.Select(p => p[d])));

        Assert.Equal(SobolSequence.MaxDimensions, columns.Distinct().Count());
    }

    /// <summary>In two dimensions the sequence is a (0, 2)-sequence: each box of area 1/n has one of n points, whatever its shape.</summary>
    [Fact]
    public void The_first_two_dimensions_fill_boxes_of_every_shape()
    {
        var points = Points.Of(new SobolSequence(3, 2), 2, 256);
        for (var bits = 0; bits <= 8; bits++)
            Assert.Equal(256, points.Select(p => ((int)(p[0] * (1 << bits)), (int)(p[1] * (256 >> bits)))).Distinct().Count());
    }

    [Fact]
    public void It_covers_the_square_more_evenly_than_random_points()
    {
        for (var seed = 0UL; seed < 20; seed++)
        {
            var random = Points.Discrepancy(Points.Of(new RandomSequence(seed), 2, 256));

            Assert.InRange(Points.Discrepancy(Points.Of(new SobolSequence(seed, 2), 2, 256)), 0, random / 2);
        }
    }

    [Fact]
    public void Each_seed_and_each_dimension_has_a_shift_of_its_own()
    {
        var first = Points.At(new SobolSequence(1, 100), 100, 0);
        var other = Points.At(new SobolSequence(2, 100), 100, 0);

        Assert.Equal(200, first.Concat(other).Distinct().Count());
        Assert.DoesNotContain(0, first.Concat(other));
    }

    [Fact]
    public void More_dimensions_than_there_are_direction_numbers()
    {
        var space = new GridSpace(
            [.. Enumerable.Range(0, 257).Select(i => new Parameter($"p{i}", typeof(int)))],
            [.. Enumerable.Range(0, 257).Select(i => Dimension.Of(i, [1, 2]))]);

        Assert.Equal(
            "S: a Sobol' sequence has at most 256 dimensions, but this sweep has 257 axes. Take fewer axes, or write Sampling = Sampling.Latin or Sampling = Sampling.Random on [SweepTheory], which have no such limit.",
            Assert.Throws<GridException>(() => new SampleChoice(Sampling.Sobol, 5).Check("S", space, 100)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new SobolSequence(1, 257));
    }
}
