using System.Globalization;
using MultiRunner;
using Xunit;

namespace Subjects;

/// <summary>Sweeps with parameters that are repeats. Subjects.Edited has some of them as they are after an edit.</summary>
public class Repeated
{
#if EDITED
    private const int Count = 5;
#else
    private const int Count = 3;
#endif

    [SweepTheory(Maximize = "result")]
    public double Grown([Values(10, 20)] int rate, [Repeats(Count)] int seed)
    {
        Executions.Note();
        return rate + seed;
    }

#if EDITED
    [SweepTheory]
    public int Marked_later([Values(1, 2)] int a, [Values(17, 23), Repeats] int seed)
#else
    [SweepTheory]
    public int Marked_later([Values(1, 2)] int a, [Values(17, 23)] int seed)
#endif
    {
        Executions.Note();
        return a * seed;
    }

    [SweepTheory]
    [InlineData("x", 17)]
    [InlineData("x", 23)]
    [InlineData("y", 17)]
    public string Rows(string model, [Repeats] int seed) => $"{model}{seed.ToString(CultureInfo.InvariantCulture)}";

    [SweepTheory]
    public int Seeds_and_folds([Values("x", "y")] string model, [Repeats(2)] int seed, [Repeats(3)] byte fold) => model[0] + seed + fold;

    [SweepTheory]
    public string Nothing_but_repeats([Repeats(2)] UInt128 seed) => seed.ToString(CultureInfo.InvariantCulture);

    [SweepTheory]
    public bool Own_values([Repeats] bool swapped) => swapped;

    [SweepTheory]
    public void Of_every_type(
        [Repeats(1)] sbyte a,
        [Repeats(1)] short b,
        [Repeats(1)] ushort c,
        [Repeats(1)] uint d,
        [Repeats(1)] long e,
        [Repeats(1)] ulong f,
        [Repeats(1)] Int128 g,
        [Repeats(1)] int? h)
    {
    }

    [SweepTheory]
    public int Failing([Values(1, 2)] int a, [Repeats(2)] int seed)
    {
        Executions.Note();
        return a == 2 && seed == 1 ? throw new InvalidOperationException("It diverged.") : a + seed;
    }
}

/// <summary>Repeats that are written on what is overridden.</summary>
public abstract class RepeatedBefore
{
    [SweepTheory]
    public abstract int Inherited([Values(1, 2)] int a, [Repeats(2)] int seed);

    [SweepTheory]
    public virtual int Replaced([Values(1)] int a, [Repeats(2)] int seed) => a + seed;

    [SweepTheory]
    public virtual int Marked([Values(17, 23)] int seed) => seed;
}

public sealed class RepeatedAfterwards : RepeatedBefore
{
    public override int Inherited(int a, int seed) => a - seed;

    public override int Replaced(int a, [Values(5)] int seed) => a - seed;

    public override int Marked([Repeats] int seed) => -seed;
}
