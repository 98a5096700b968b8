using CsCheck;
using MultiRunner.Grids;
using MultiRunner.Grids.Drawing;
using Xunit;

namespace MultiRunner.Core.Tests.Grids;

public class RandomSequenceTests
{
    /// <summary>A change of these numbers would move the points of every sweep that is sampled.</summary>
    [Fact]
    public void The_points_of_a_seed_never_change()
    {
        var sequence = new RandomSequence(7);

        Assert.Equal([0.7501522221031126, 0.17173538717791426, 0.8509509130245896], Points.At(sequence, 3, 0));
        Assert.Equal([0.7952840373401903, 0.8498386593738911, 0.222390022578157], Points.At(sequence, 3, 1));
        Assert.Equal([0.503177323988097, 0.5381437581789674, 0.549093863495981], Points.At(sequence, 3, 1_000_000_000_000));
    }

    [Fact]
    public void A_further_dimension_leaves_the_others_as_they_are() =>
        Gen.Select(Gen.ULong, Gen.ULong).Sample((seed, index) =>
            Assert.Equal(Points.At(new RandomSequence(seed), 3, index), Points.At(new RandomSequence(seed), 4, index)[..3]));

    [Fact]
    public void Each_seed_has_other_points() =>
        Gen.Select(Gen.ULong, Gen.ULong).Where((a, b) => a != b).Sample((a, b) =>
            Assert.NotEqual(Points.At(new RandomSequence(a), 2, 5), Points.At(new RandomSequence(b), 2, 5)));

    [Fact]
    public void The_points_cover_the_square()
    {
        var cells = Points.Of(new RandomSequence(1), 2, 10_000).CountBy(p => ((int)(p[0] * 10), (int)(p[1] * 10))).ToList();

        Assert.Equal(100, cells.Count);
        Assert.All(cells, cell => Assert.InRange(cell.Value, 50, 150));
    }
}
