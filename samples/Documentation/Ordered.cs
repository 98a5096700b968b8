using MultiRunner;

namespace Documentation;

/// <summary>The examples of docs/grids.md about the order of the points.</summary>
public class Ordered
{
    #region cost
    [SweepTheory(Maximize = "accuracy", Cost = nameof(Estimate))]
    public Scores Train([Values(16, 64, 256)] int batchSize, [Range(1, 3)] int layers, [Repeats(2)] int seed)
        => Net.Train(batchSize, new Random(seed + layers));

    private static double Estimate(int layers, int batchSize) => (double)layers / batchSize;
    #endregion

    #region durations
    [SweepTheory(Maximize = "accuracy", Order = Order.LongestFirst)]
    public Scores Continued([Values(16, 64, 256)] int batchSize, [Repeats(2)] int seed) => Net.Train(batchSize, new Random(seed));
    #endregion
}
