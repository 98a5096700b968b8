using MultiRunner;

namespace Documentation;

/// <summary>The examples of docs/grids.md with axes.</summary>
public class Grids
{
    #region first
    [SweepTheory(Maximize = "accuracy")]
    public Scores Train(
        [Values(16, 64, 256)] int batchSize,
        [Range(1, 2)] int layers,
        [LogRange(0.001, 0.1, 3)] double learningRate)
        => Net.Train(batchSize, layers, learningRate);
    #endregion

    #region values
    [SweepTheory]
    public double Price([Values("0.10", "1.25")] decimal price, [Values(1, null)] int? limit, [Values("a", "b c")] string shop)
        => (double)price * (limit ?? 10) * shop.Length;
    #endregion

    #region ranges
    [SweepTheory]
    public double Ranges(
        [Range(0, 10, 5)] int steps,            // 0, 5, 10
        [Range(3, 1)] int down,                 // 3, 2, 1
        [Range(0.1, 0.3, 0.1)] double tenths,   // 0.1, 0.2, 0.3
        [LinRange(0, 1, 3)] double even,        // 0, 0.5, 1
        [LogRange(32, 128, 3)] int ratio)       // 32, 64, 128
        => steps + down + tenths + even + ratio;
    #endregion

    #region own-values
    [SweepTheory]
    public int Options(bool warmup, Optimizer optimizer, [Values] bool? shuffle)
        => (warmup ? 1 : 0) + (int)optimizer + (shuffle is null ? 0 : 1);
    #endregion

    #region several
    [SweepTheory]
    public int Several([Values(1, 2)][Range(10, 30, 10)] int n) => n;   // 1, 2, 10, 20, 30
    #endregion

    #region own-attribute-use
    [SweepTheory]
    public int Own([Powers(2, 5)] int size) => size;   // 1, 2, 4, 8, 16
    #endregion

    #region arrays-by-name
    [SweepTheory]
    public int Layers([Values("none", "small", "large")] string hidden)
    {
        int[] sizes = hidden switch { "none" => [], "small" => [32], _ => [128, 64] };
        return sizes.Sum();
    }
    #endregion

    #region max-points
    [SweepTheory(MaxPoints = 50)]
    public int Bounded([Range(1, 5)] int a, [Range(1, 10)] int b) => a * b;
    #endregion
}
