using MultiRunner;

namespace Subjects;

/// <summary>What the report is ranked by.</summary>
public class Objectives
{
    [SweepTheory(Minimize = "Loss")]
    public Scores Known([Values(1, 2, 3)] int n) => new(Accuracy: n, Loss: (n - 2) * (n - 2));

    [SweepTheory(Maximize = "acuracy")]
    public Scores Misspelt([Values(1, 2, 3)] int n) => new(Accuracy: n, Loss: 1);
}
