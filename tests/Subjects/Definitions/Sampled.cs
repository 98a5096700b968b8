using MultiRunner;

namespace Subjects;

/// <summary>Sweeps that have some points of their space only.</summary>
public class Sampled
{
    [SweepTheory(Maximize = "result", Sampling = Sampling.Random, Samples = 5, Seed = 7)]
    public double Drawn([LogUniform(1e-5, 1e-1)] double rate, [UniformInt(1, 64)] int width, [Repeats(2)] int seed)
        => (rate * width) + seed;

    [SweepTheory(Maximize = "result", Sampling = Sampling.Latin, Samples = 5)]
    public double Even([Uniform(0.0, 0.5)] double dropout, [Range(1, 5)] int layers) => dropout * layers;

    [SweepTheory(Maximize = "result", Sampling = Sampling.Sobol, Samples = 5, Seed = -1)]
    public double Spread([Uniform(-1, 1)] float shift, Model model, [Range(1, 1000)] int width) => shift * width;

    [SweepTheory(Maximize = "result", Sampling = Sampling.Pairwise, Where = nameof(Fits))]
    public int Pairs([Values(16, 64, 256)] int width, [Range(1, 3)] int layers, Model model, bool fast) => width * layers;

    private static bool Fits(int width, int layers) => width * layers <= 256;
}
