using MultiRunner.Definition;
using MultiRunner.Grids;

namespace MultiRunner.Tests.Discovery;

/// <summary>An axis may have as many values as its sweep may have points.</summary>
public class AxisLimitTests
{
    [Theory]
    [InlineData(nameof(Sweeps.Whole))]
    [InlineData(nameof(Sweeps.Linear))]
    public void MaxPoints_of_the_sweep_counts(string method)
    {
        Assert.Equal(1_500_000, ValuesOf(typeof(Sweeps), method).Count());
        Assert.Equal(1_500_000, ValuesOf(typeof(Overrides), method).Count());
    }

    [Theory]
    [InlineData(nameof(Sweeps.Few), "[LogRange(1, 16, 5)] has 5. Use a smaller count")]
    [InlineData(nameof(Sweeps.Fractions), "[Range(0, 1, 0.25)] has 5. Use a larger step")]
    public void A_smaller_MaxPoints_counts(string method, string fact) =>
        Assert.Equal(
            $"Axis 'x' of Sweeps.{method}: an axis has at most 4 values, but {fact}, or raise MaxPoints on [SweepTheory].",
            Assert.Throws<GridException>(() => ValuesOf(typeof(Sweeps), method).Count()).Message);

    private static IEnumerable<object?> ValuesOf(Type type, string method)
    {
        var parameter = type.GetMethod(method)!.GetParameters()[0];
        return AxisAttributes.Of(parameter).Values.Single().GetValues(parameter);
    }

#pragma warning disable xUnit1000 // Private, so that the runner of these tests does not take them for its own.
    private class Sweeps
    {
        [SweepTheory(MaxPoints = 2_000_000)]
        public virtual void Whole([Range(1, 1_500_000, 1)] int x)
        {
        }

        [SweepTheory(MaxPoints = 2_000_000)]
        public virtual void Linear([LinRange(1, 1_500_000, 1_500_000)] double x)
        {
        }

        [SweepTheory(MaxPoints = 4)]
        public void Few([LogRange(1, 16, 5)] int x)
        {
        }

        [SweepTheory(MaxPoints = 4)]
        public void Fractions([Range(0, 1, 0.25)] double x)
        {
        }
    }

    private sealed class Overrides : Sweeps
    {
        public override void Whole(int x)
        {
        }

        public override void Linear(double x)
        {
        }
    }
}
