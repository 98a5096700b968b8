using System.Numerics;
using MultiRunner.Grids;
using MultiRunner.Grids.Drawing;
using Xunit;

namespace MultiRunner.Core.Tests.Grids;

/// <summary>What the direction numbers must be for the sequence to have its properties.</summary>
public class SobolDirectionsTests
{
    private static readonly int[][] Lines = [.. Enumerable.Range(1, SobolSequence.MaxDimensions - 1).Select(SobolDirections.Line)];

    [Fact]
    public void Each_line_is_of_the_dimension_and_the_length_that_it_says()
    {
        Assert.Equal(Enumerable.Range(2, SobolSequence.MaxDimensions - 1), Lines.Select(line => line[0]));
        Assert.All(Lines, line => Assert.Equal(3 + line[1], line.Length));
    }

    /// <summary>The sum is that of the numbers in JuliaMath/Sobol.jl (sobol_a.csv and sobol_minit.csv), a copy of another time.</summary>
    [Fact]
    public void The_numbers_are_those_of_a_second_source() =>
        Assert.Equal(689726056L, Lines.Sum(line => line[0] * line.Index().Sum(number => (number.Index + 1L) * number.Item)));

    [Fact]
    public void Initial_numbers_are_odd_and_below_two_to_the_power_of_their_place() =>
        Assert.All(Lines, line => Assert.All(line[3..].Index(), m => Assert.True(m.Item % 2 == 1 && m.Item < 2 << m.Index)));

    [Fact]
    public void Polynomials_are_primitive_and_differ()
    {
        Assert.All(Lines, line => Assert.True(IsPrimitive(line[1], (1 << line[1]) | (line[2] << 1) | 1), $"dimension {line[0]}"));
        Assert.Equal(Lines.Length, Lines.DistinctBy(line => (line[1], line[2])).Count());
    }

    [Fact]
    public void Direction_numbers_are_a_triangular_matrix() =>
        Assert.All(
            Enumerable.Range(0, SobolSequence.MaxDimensions).Select(SobolDirections.Of),
            directions => Assert.Equal(Enumerable.Range(0, 64), directions.Select(d => 63 - BitOperations.TrailingZeroCount(d))));

    /// <summary>The powers of x modulo a primitive polynomial of degree s are 2^s - 1 different ones.</summary>
    private static bool IsPrimitive(int degree, int polynomial)
    {
        var order = 0;
        var power = 1;
        do
        {
            power <<= 1;
            if (power >> degree == 1)
                power ^= polynomial;
            order++;
        }
        while (power != 1 && order < 1 << degree);
        return order == (1 << degree) - 1;
    }
}
