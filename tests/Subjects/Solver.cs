using MultiRunner;

namespace Subjects;

/// <summary>A sweep that each subclass inherits, as one of its own.</summary>
public abstract class Solver
{
    protected abstract double Speed { get; }

    [SweepTheory]
    public double Solve([Values(1, 2)] int size) => size / Speed;
}

public sealed class FastSolver : Solver
{
    protected override double Speed => 10;
}

public sealed class SlowSolver : Solver
{
    protected override double Speed => 0.5;
}
