using MultiRunner;

namespace Documentation;

/// <summary>A wrong sweep of docs/grids.md. The class is abstract, so it is compiled but xunit does not look for tests in it.</summary>
public abstract class Wrong
{
    #region wrong
    [SweepTheory]
    public double Train([Values(16, 64)] int batchSize, double learningRate, string name) => batchSize * learningRate * name.Length;
    #endregion
}
