using System.Text.Json.Serialization;
using MultiRunner;

namespace Documentation;

/// <summary>The examples of docs/experiments.md for what a method returns.</summary>
public class Returns
{
    #region number
    [SweepTheory(Minimize = "result")]
    public double Number([Values(1, 2)] int n) => 1.0 / n;
    #endregion

    #region tuple
    [SweepTheory(Maximize = "accuracy")]
    public (double Accuracy, TimeSpan Took) Tuple([Values(1, 2)] int n) => (1 - (1.0 / (n + 1)), TimeSpan.FromSeconds(n));
    #endregion

    #region record
    public record Outcome(double Accuracy, bool Converged, Optimizer BestOptimizer)
    {
        [JsonIgnore]
        public int[] Weights { get; init; } = [];   // is not recorded
    }

    [SweepTheory(Maximize = "accuracy")]
    public Outcome Record([Values(1, 2)] int n) => new(1 - (1.0 / (n + 1)), Converged: n > 1, Optimizer.Adam);
    #endregion

    #region dictionary
    [SweepTheory(Maximize = "f1")]
    public Dictionary<string, double> Dictionary([Values(1, 2)] int n) => new() { ["f1"] = n / 2.0, ["top 5"] = 1 };
    #endregion

    #region task
    [SweepTheory]
    public async Task<double> Awaited([Values(1, 2)] int n)
    {
        await Task.Delay(1, Sweep.Current.CancellationToken);
        return n;
    }
    #endregion
}
