using MultiRunner;

namespace Subjects;

/// <summary>What the report is ranked by.</summary>
public class Objectives
{
    [SweepTheory(Minimize = "Loss")]
    public Measures Known([Values(1, 2, 3)] int n) => new(Accuracy: n, Loss: (n - 2) * (n - 2));

    [SweepTheory(Maximize = "acuracy")]
    public Measures Misspelt([Values(1, 2, 3)] int n) => new(Accuracy: n, Loss: 1);
}
