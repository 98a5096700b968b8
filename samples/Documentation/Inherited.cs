using MultiRunner;

namespace Documentation;

#region inherited
public abstract class Benchmark
{
    [SweepTheory(Minimize = "result")]
    public abstract double Fit([Values(1, 2, 4)] int degree, [Values(0.0, 0.1)] double noise);
}

public sealed class Polynomials : Benchmark
{
    public override double Fit(int degree, double noise) => noise + (1.0 / degree);
}

public sealed class Splines : Benchmark
{
    public override double Fit([Values(3)] int degree, double noise) => noise / degree;   // noise has the axis of Benchmark
}
#endregion
