using MultiRunner;

namespace Documentation;

/// <summary>
/// A sweep that needs GPUs. The class is abstract, so it is compiled but not run: a machine without a GPU can run the others.
/// </summary>
public abstract class OnGpus
{
    #region gpus
    [SweepTheory(Gpus = 1)]
    public double Train([Values(16, 64, 256)] int batchSize) => Net.Train(batchSize, device: Sweep.Current.Gpus[0].Ordinal);
    #endregion
}
