using MultiRunner;

namespace Documentation;

/// <summary>The examples of docs/grids.md with axes that belong together, computed values, extra rows and default values.</summary>
public class Together
{
    #region zip
    [SweepTheory(Maximize = "accuracy")]
    public Scores Sizes(
        [Values(16, 64, 256), Zip("size")] int batchSize,
        [Values(0.001, 0.01, 0.1), Zip("size")] double learningRate,   // 0.001 for 16, 0.01 for 64, 0.1 for 256
        [Range(1, 2)] int layers)
        => Net.Train(batchSize, layers, learningRate);
    #endregion

    #region values-from
    private static IEnumerable<int> PowersOfTwo => Enumerable.Range(4, 5).Select(i => 1 << i);   // 16, 32, 64, 128, 256

    [SweepTheory(Maximize = "accuracy")]
    public Scores Computed(
        [ValuesFrom(nameof(PowersOfTwo))] int batchSize,
        [ValuesFrom(typeof(Seeds), nameof(Seeds.All)), Repeats] int seed)
        => Net.Train(batchSize, new Random(seed));

    public static class Seeds
    {
        public static readonly int[] All = [17, 23, 99];
    }
    #endregion

    #region also-run
    [SweepTheory(Maximize = "accuracy")]
    [AlsoRun(32, 1, 0.05)]   // what we had before
    public Scores Compared(
        [Values(64, 256)] int batchSize,
        [Range(1, 2)] int layers,
        [LogRange(0.001, 0.1, 3)] double learningRate)
        => Net.Train(batchSize, layers, learningRate);
    #endregion

    #region defaults
    [SweepTheory(Maximize = "accuracy")]
    public Scores Default([Values(16, 64)] int batchSize, int layers = 2, double learningRate = 0.01)
        => Net.Train(batchSize, layers, learningRate);
    #endregion
}
