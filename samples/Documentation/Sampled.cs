using MultiRunner;

namespace Documentation;

/// <summary>The examples of docs/grids.md that take some points of a space.</summary>
public class Sampled
{
    #region random
    [SweepTheory(Maximize = "accuracy", Sampling = Sampling.Random, Samples = 20, Seed = 7)]
    public Scores Drawn(
        [Range(1, 1000)] int batchSize,
        [Range(1, 100)] int layers,
        [LogUniform(1e-5, 1e-1)] double learningRate)
        => Net.Train(batchSize, layers, learningRate);
    #endregion

    #region latin
    [SweepTheory(Maximize = "accuracy", Sampling = Sampling.Latin, Samples = 16)]
    public Scores Even([UniformInt(1, 64)] int batchSize, [Uniform(0.0, 0.5)] double learningRate)
        => Net.Train(batchSize, layers: 1, learningRate);
    #endregion

    #region sobol
    [SweepTheory(Maximize = "accuracy", Sampling = Sampling.Sobol, Samples = 8)]
    public Scores Repeated([LogUniform(16, 256)] double width, [Values(1, 2)] int layers, [Repeats(2)] int seed)
        => Net.Train((int)width, new Random(seed + layers));
    #endregion

    #region pairwise
    [SweepTheory(Maximize = "accuracy", Sampling = Sampling.Pairwise)]
    public Scores Pairs(
        [Values(16, 64, 256)] int batchSize,
        [Range(1, 3)] int layers,
        [LogRange(0.001, 0.1, 3)] double learningRate,
        Optimizer optimizer)
        => Net.Train(batchSize, layers + (int)optimizer, learningRate);
    #endregion
}
