using MultiRunner;

namespace Documentation;

/// <summary>The examples with repeats and versions.</summary>
public class Repeated
{
    #region repeats-and-version
    [SweepTheory(Maximize = "accuracy", Version = "2")]
    public Scores Train([Values(16, 64, 256)] int batchSize, [Repeats(5)] int seed) => Net.Train(batchSize, new Random(seed));
    #endregion

    #region marked
    [SweepTheory(Maximize = "accuracy")]
    public Scores Marked([Values(16, 64)] int batchSize, [Values(17, 23, 99), Repeats] int seed)
        => Net.Train(batchSize, new Random(seed));
    #endregion

    #region two-repeats
    [SweepTheory(Maximize = "accuracy")]
    public Scores Folds([Values(16, 64)] int batchSize, [Repeats(3)] int fold, [Repeats(2)] int seed)
        => Net.Train(batchSize, new Random((10 * fold) + seed));
    #endregion
}
