using MultiRunner;

namespace Subjects;

/// <summary>The grid of the README.</summary>
public class Training
{
    [SweepTheory(Maximize = "accuracy")]
    public Scores Train(
        [Values(16, 64, 256)] int batchSize,
        [Values(1, 2)] int hiddenLayers,
        [LogRange(0.001, 0.1, 3)] double learningRate)
    {
        Executions.Note();
        Executions.AwaitWorkers();
        return new Scores(Accuracy: 1 - (learningRate / hiddenLayers), Loss: batchSize / 1000.0);
    }
}

/// <param name="Accuracy">The larger the better.</param>
/// <param name="Loss">The smaller the better.</param>
public record Scores(double Accuracy, double Loss);
