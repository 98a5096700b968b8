using MultiRunner;
using Xunit;

namespace Subjects;

/// <summary>Sweeps whose axes and rows are written on what they override.</summary>
public abstract class Overridden
{
    [SweepTheory]
    public abstract int Axis([Values(1, 2)][Range(5, 6)] int a, bool b);

    [SweepTheory]
    public virtual int Replaced([Values(1, 2)] int a, [Values(3)] int b) => a + b;

    [SweepTheory]
    [InlineData(1, "one")]
    [InlineData(2, "two")]
    public abstract string Rows(int n, string name);
}

/// <summary>Overrides one of them for the next.</summary>
public abstract class HalfOverridden : Overridden
{
    public override int Axis(int a, bool b) => a;
}

public sealed class WhollyOverridden : HalfOverridden
{
    public override int Axis(int a, bool b) => -a;

    public override int Replaced([Values(7)] int a, int b) => a * b;

    public override string Rows(int n, string name) => name;
}
