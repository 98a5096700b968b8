namespace MultiRunner.Tests.Discovery;

/// <summary>Which values the attributes of ranges have for ends of each type.</summary>
public sealed class RangesTests
{
    [Theory]
    [InlineData(nameof(Sweeps.Steps), "0.1", "0.2", "0.3", "0.4")]
    [InlineData(nameof(Sweeps.StepsAsDoubles), "0.1", "0.2", "0.3", "0.4")]
    [InlineData(nameof(Sweeps.Even), "0.1", "0.2", "0.3")]
    [InlineData(nameof(Sweeps.EvenAsDoubles), "0.1", "0.2", "0.3")]
    [InlineData(nameof(Sweeps.EvenFromAWholeNumber), "0", "0.05", "0.1")]
    [InlineData(nameof(Sweeps.Ratio), "0.001", "0.01", "0.1")]
    [InlineData(nameof(Sweeps.RatioAsDoubles), "0.001", "0.01", "0.1")]
    public void Fractions_of_a_float_are_as_they_are_written(string method, params string[] points) =>
        Assert.Equal(points, GridReader.PointsOf(typeof(Sweeps), method));

    /// <summary>16777217 is no float, and C# prefers a float to a double.</summary>
    [Theory]
    [InlineData(nameof(Sweeps.WholeSteps), "16777217", "16777218")]
    [InlineData(nameof(Sweeps.WholeEven), "16777217", "16777219")]
    [InlineData(nameof(Sweeps.WholeRatio), "16777217", "33554434")]
    public void Whole_numbers_keep_their_digits(string method, params string[] points) =>
        Assert.Equal(points, GridReader.PointsOf(typeof(Sweeps), method));

#pragma warning disable CA1822, xUnit1000, xUnit1026 // Private, so that the runner of these tests does not take them for its own.
    private sealed class Sweeps
    {
        [SweepTheory]
        public void Steps([Range(0.1f, 0.4f, 0.1f)] float x)
        {
        }

        [SweepTheory]
        public void StepsAsDoubles([Range(0.1f, 0.4f, 0.1f)] double x)
        {
        }

        [SweepTheory]
        public void Even([LinRange(0.1f, 0.3f, 3)] float x)
        {
        }

        [SweepTheory]
        public void EvenAsDoubles([LinRange(0.1f, 0.3f, 3)] double x)
        {
        }

        [SweepTheory]
        public void EvenFromAWholeNumber([LinRange(0, 0.1f, 3)] double x)
        {
        }

        [SweepTheory]
        public void Ratio([LogRange(0.001f, 0.1f, 3)] float x)
        {
        }

        [SweepTheory]
        public void RatioAsDoubles([LogRange(0.001f, 0.1f, 3)] double x)
        {
        }

        [SweepTheory]
        public void WholeSteps([Range(16_777_217, 16_777_218, 1)] double x)
        {
        }

        [SweepTheory]
        public void WholeEven([LinRange(16_777_217, 16_777_219, 2)] double x)
        {
        }

        [SweepTheory]
        public void WholeRatio([LogRange(16_777_217, 33_554_434, 2)] double x)
        {
        }
    }
#pragma warning restore CA1822, xUnit1000, xUnit1026
}
