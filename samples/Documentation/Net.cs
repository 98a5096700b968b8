namespace Documentation;

/// <summary>Stands for what a user's experiment trains: formulas instead of a network, so that the examples run in no time.</summary>
public static class Net
{
    /// <summary>Scores a network that was trained with this batch size.</summary>
    public static Scores Train(int batchSize, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var accuracy = 0.9 - (Math.Abs(Math.Log2(batchSize) - 6) / 50) + ((random.NextDouble() - 0.5) / 100);
        return new Scores(accuracy, 1 - accuracy);
    }

    /// <summary>The accuracy of a network that was trained on this GPU.</summary>
    public static double Train(int batchSize, int device) => Train(batchSize, new Random(device)).Accuracy;

    /// <summary>Scores a network of some layers.</summary>
    public static Scores Train(int batchSize, int layers, double learningRate)
    {
        var accuracy = 0.9 - (Math.Abs(Math.Log2(batchSize) - 6) / 50) - (Math.Abs(Math.Log10(learningRate) + 2) / 20) + (layers / 100.0);
        return new Scores(accuracy, 1 - accuracy);
    }
}
