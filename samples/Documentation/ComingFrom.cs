using MultiRunner;
using Xunit;

namespace Documentation;

/// <summary>The examples of docs/coming-from.md.</summary>
public class ComingFrom
{
    #region python
    [SweepTheory(Maximize = "result")]
    public double TrainAModel(
        [Values(16, 64, 256)] int batchSize,
        [Values(1, 2)] int hiddenLayers,
        [Values(0.001, 0.01, 0.1)] double learningRate)
        => Net.Train(batchSize, hiddenLayers, learningRate).Accuracy;
    #endregion

    #region optuna
    [SweepTheory(Maximize = "accuracy")]
    public void Objective([LogRange(0.0001, 0.1, 4)] double learningRate, [Range(1, 3)] int layers, Optimizer optimizer)
    {
        for (var epoch = 1; epoch <= 3; epoch++)
        {
            var accuracy = Net.Train(64, layers, learningRate).Accuracy - (optimizer == Optimizer.Sgd ? 0.1 : 0) - (0.1 / epoch);
            Sweep.Current.Record("accuracy", accuracy, step: epoch);   // trial.report(accuracy, epoch)
        }
    }
    #endregion

    #region wandb
    [SweepTheory(Minimize = "loss")]
    public void TrainWithCurve([Values(16, 32, 64)] int batchSize, [Values(0.001, 0.01)] double learningRate)
    {
        for (var epoch = 1; epoch <= 5; epoch++)
            Sweep.Current.Record("loss", Net.Train(batchSize, 1, learningRate).LogLoss / epoch, step: epoch);
    }
    #endregion

    #region combinatorial
    [SweepTheory]
    public void Compresses([Values(1, 64, 1024)] int size, bool withHeader, [Range(1, 3)] int level)
    {
        Assert.True(size + (withHeader ? 8 : 0) > 0 && level > 0);
        Sweep.Current.Record("bytes", (size / level) + (withHeader ? 8 : 0));
    }
    #endregion

    #region gnu-parallel
    [SweepTheory]
    public async Task Encode([Values("a", "b")] string name, [Values(18, 23, 28)] int quality)
    {
        using var process = System.Diagnostics.Process.Start("dotnet", ["--version"]);   // your program, with name and quality
        await process.WaitForExitAsync(Sweep.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        Sweep.Current.Record("length", name.Length * quality);
    }
    #endregion
}
