using MultiRunner;

namespace Subjects;

/// <summary>Sweeps of 1,000 points that grow to 1,500 when they are edited: by another constraint, and by more samples.</summary>
public class ReshapedLarge : Reshaping
{
#if EDITED
    private const int Points = 1_500;
#else
    private const int Points = 1_000;
#endif

    [SweepTheory(Maximize = "result", Where = nameof(Fits))]
    public int Filtered([Range(1, 2_000)] int n) => Result(n);

    [SweepTheory(Maximize = "result", Sampling = Sampling.Random, Samples = Points, Seed = 7)]
    public int Drawn([Range(0, 999)] int a, [Range(0, 999)] int b, [Range(0, 999)] int c) => Result((((a * 1000) + b) * 1000) + c);
}
