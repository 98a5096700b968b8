using MultiRunner;

namespace Subjects;

/// <summary>Sweeps of 40 points that grow to 60 when they are edited: by another constraint, and by more samples.</summary>
public class Reshaped : Reshaping
{
#if EDITED
    private const int Points = 60;
#else
    private const int Points = 40;
#endif

    [SweepTheory(Maximize = "result", Where = nameof(Fits))]
    public int Filtered([Range(1, 80)] int n) => Result(n);

    [SweepTheory(Maximize = "result", Sampling = Sampling.Random, Samples = Points, Seed = 7)]
    public int Drawn([Range(0, 999)] int a, [Range(0, 999)] int b, [Range(0, 999)] int c) => Result((((a * 1000) + b) * 1000) + c);
}
