using MultiRunner;

namespace Documentation;

/// <summary>The examples of docs/grids.md with constraints and conditions.</summary>
public class Constraints
{
    #region where
    [SweepTheory(Maximize = "accuracy", Where = nameof(FitsIntoMemory))]
    public Scores Train([Values(16, 64, 256)] int batchSize, [Values(1, 2, 4)] int layers, [Values(0.001, 0.01)] double learningRate)
        => Net.Train(batchSize, layers, learningRate);

    private static bool FitsIntoMemory(int batchSize, int layers) => batchSize * layers <= 256;
    #endregion

    #region exclude
    [SweepTheory(Maximize = "result")]
    [Exclude(nameof(optimizer), Optimizer.Sgd, nameof(learningRate), 0.1)]
    [Exclude(nameof(batchSize), 16, nameof(learningRate), new[] { 0.01, 0.1 })]
    public double Tune(Optimizer optimizer, [Values(16, 64)] int batchSize, [Values(0.001, 0.01, 0.1)] double learningRate)
        => Net.Train(batchSize, (int)optimizer, learningRate).Accuracy;
    #endregion

    #region when
    [SweepTheory(Maximize = "accuracy")]
    public Scores Layered(
        [Values(0, 1, 2)] int layers,
        [Values(16, 32, 64)][When(nameof(layers), Above = 0)] int width,
        [Values(0.001, 0.01)] double learningRate)
        => Net.Train(width, layers, learningRate);
    #endregion

    #region when-method
    [SweepTheory(Maximize = "result")]
    public double Decayed(
        Optimizer optimizer,
        [Values(0.001, 0.1)] double learningRate,
        [Values(0.5, 0.9)][When(nameof(IsFast), Otherwise = 1.0)] double decay)
        => Net.Train(64, (int)optimizer, learningRate * decay).Accuracy;

    private static bool IsFast(Optimizer optimizer, double learningRate) => optimizer == Optimizer.Sgd && learningRate > 0.01;
    #endregion
}
