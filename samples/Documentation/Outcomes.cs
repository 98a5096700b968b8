using MultiRunner;
using Xunit;

namespace Documentation;

/// <summary>The examples of docs/experiments.md for how an attempt may end.</summary>
public class Outcomes
{
    #region throws
    [SweepTheory(MaxAttempts = 2)]
    public int Unsteady([Values(1, 2)] int n)
    {
        if (n == 2 && Sweep.Current.Attempt == 1)
            throw new IOException("The server did not answer.");   // the point is put back, and tried again
        return n;
    }
    #endregion

    #region skip
    [SweepTheory]
    public int OnManyCores([Values(1, 100_000)] int cores)
    {
        Assert.SkipUnless(cores <= Environment.ProcessorCount, $"This machine has only {Environment.ProcessorCount} cores.");
        return cores;
    }
    #endregion

    #region timeout
    [SweepTheory(Timeout = 60_000)]
    public async Task<double> Limited([Values(1, 2)] int n)
    {
        await Task.Delay(n, TestContext.Current.CancellationToken);
        return n;
    }
    #endregion

    #region not-a-number
    [SweepTheory(Maximize = "result")]
    public double Diverges([Values(0.5, 2.5)] double learningRate) => learningRate > 2 ? double.NaN : 1 - learningRate;
    #endregion
}
