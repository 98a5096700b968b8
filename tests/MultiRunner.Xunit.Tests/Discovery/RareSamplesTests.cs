namespace MultiRunner.Tests.Discovery;

/// <summary>
/// Spaces that do not have as many points as are to be drawn. That is known after 200,000 draws, which are too many for the subjects: each
/// process that runs any of these makes the grids of all.
/// </summary>
public sealed class RareSamplesTests
{
    [Theory]
    [InlineData(nameof(Wrong.Above_the_values), "4 points were to be drawn, but of 200,000 draws only 3 gave a new point. Lower Samples, or give the axes more values.")]
    [InlineData(nameof(Wrong.Not_found), "4 points were to be drawn, but of 200,000 draws only 3 gave a new point, because Where = IsOdd forbids the others. Lower Samples, or state the space so that most combinations are allowed.")]
    public void The_message_says_what_is_wrong_and_what_to_do(string method, string message) =>
        Assert.Equal($"Wrong.{method}: {message}", GridReader.MessageOf(typeof(Wrong), method));

#pragma warning disable xUnit1000 // Private, so that the runner of these tests does not take them for its own.
    private sealed class Wrong
    {
        [SweepTheory(Sampling = Sampling.Random, Samples = 4)]
        public void Above_the_values([UniformInt(1, 3)] int n)
        {
        }

        [SweepTheory(Sampling = Sampling.Sobol, Samples = 4, Where = nameof(IsOdd))]
        public void Not_found([UniformInt(1, 5)] int n)
        {
        }

        private static bool IsOdd(int n) => n % 2 == 1;
    }
}
