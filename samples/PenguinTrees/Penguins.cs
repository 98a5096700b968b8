using Microsoft.ML;
using Microsoft.ML.Data;

namespace PenguinTrees;

/// <summary>The penguins of DATA.md, and how well a trainer tells their species.</summary>
public static class Penguins
{
    private const int Folds = 5;

    /// <summary>
    /// One seed for each round of cross-validation, always the same: every point of a sweep is scored on the very
    /// same folds, and a point that runs again gets the same scores.
    /// </summary>
    private static readonly int[] Seeds = [1, 2, 3];

    /// <summary>
    /// Scores boosted trees by 5-fold cross-validation, done three times with the penguins dealt anew into the folds,
    /// because a single deal of so few birds leaves much to luck. Each score is the plain mean over the 15 folds.
    /// </summary>
    /// <param name="trees">How many trees are grown for each species, against the other two.</param>
    /// <param name="leaves">The leaves that a tree has at most.</param>
    /// <param name="learningRate">How much of the remaining error each tree corrects.</param>
    public static Scores CrossValidate(int trees, int leaves, double learningRate)
    {
        // A context of its own for every point: points can run side by side and share nothing.
        var ml = new MLContext(seed: 0);
        var trainer = ml.MulticlassClassification.Trainers.OneVersusAll(
            ml.BinaryClassification.Trainers.FastTree(numberOfTrees: trees, numberOfLeaves: leaves, learningRate: learningRate));
        IEstimator<ITransformer> pipeline = ml.Transforms.Conversion.MapValueToKey("Label").Append(trainer);
        IDataView penguins = Load(ml);

        var metrics = Seeds
            .SelectMany(seed => ml.MulticlassClassification.CrossValidate(penguins, pipeline, Folds, seed: seed))
            .Select(fold => fold.Metrics)
            .ToList();

        return new Scores(metrics.Average(m => m.MicroAccuracy), metrics.Average(m => m.LogLoss));
    }

    /// <summary>
    /// The species as the label; bill length, bill depth, flipper length and body mass as the features. The island is
    /// left out, as it would give half of the answer away; so is the sex, which is not known for every bird.
    /// </summary>
    private static IDataView Load(MLContext ml)
    {
        var loader = ml.Data.CreateTextLoader(new TextLoader.Options
        {
            HasHeader = true,
            Separators = [','],
            Columns = [new("Label", DataKind.String, 0), new("Features", DataKind.Single, minIndex: 2, maxIndex: 5)],
            MissingRealsAsNaNs = true, // an empty cell would be read as 0 otherwise
        });
        IDataView all = loader.Load(Path.Combine(AppContext.BaseDirectory, "penguins.csv"));

        // Two of the 344 birds were not measured at all: they are dropped, nothing is imputed, 342 remain.
        return ml.Data.Cache(ml.Data.FilterRowsByMissingValues(all, "Features"));
    }
}
