namespace MultiRunner.Core.Tests.Statistics;

/// <summary>Normal random numbers with mean 0 and variance 1 (Box and Muller 1958), the same for each seed on every machine.</summary>
internal sealed class Noise(int seed)
{
    // An instance with a seed has an algorithm that .NET keeps from version to version.
    private readonly Random random = new(seed);

    public double Next() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
