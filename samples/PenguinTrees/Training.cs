using MultiRunner;

namespace PenguinTrees;

// How many boosted trees, how large and how eager to learn, tell three penguin species apart best?
#region readme
public class Training
{
    [SweepTheory(Maximize = "accuracy")]
    public Scores Train([Values(5, 20, 60)] int trees, [Values(2, 4, 8)] int leaves, [Values(0.05, 0.2)] double learningRate)
        => Penguins.CrossValidate(trees, leaves, learningRate);   // record Scores(double Accuracy, double LogLoss)
}
#endregion

/// <param name="Accuracy">The share of held-out penguins whose species was named rightly.</param>
/// <param name="LogLoss">The mean of -ln p, where p is the probability given to the right species.</param>
public record Scores(double Accuracy, double LogLoss);
