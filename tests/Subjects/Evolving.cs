using MultiRunner;

namespace Subjects;

/// <summary>Sweeps that somebody edits: Subjects.VSTest has them as they were, and Subjects.Edited as they are afterwards.</summary>
public class Evolving
{
#if EDITED
    [SweepTheory(Maximize = "result")]
    public int Parameter_added([Values(1, 2)] int a, [Values("x", "y")] string b) => a + b[0];

    [SweepTheory(Maximize = "result")]
    public int Parameter_renamed([Values(1, 2)] int alpha) => alpha;

    [SweepTheory(Minimize = "err")]
    public Rates Objective_changed([Values(1, 2)] int a) => new(a, a);

    [SweepTheory]
    public Rates Objective_removed([Values(1, 2)] int a) => new(a, a);

    [SweepTheory(Maximize = "result")]
    public int Body_changed([Values(1, 2)] int a) => a;
#else
    [SweepTheory(Maximize = "result")]
    public int Parameter_added([Values(1, 2)] int a) => a * 1000;

    [SweepTheory(Maximize = "result")]
    public int Parameter_renamed([Values(1, 2)] int a) => a * 1000;

    [SweepTheory(Maximize = "acc")]
    public Rates Objective_changed([Values(1, 2)] int a) => new(a, a);

    [SweepTheory(Maximize = "acc")]
    public Rates Objective_removed([Values(1, 2)] int a) => new(a, a);

    [SweepTheory(Maximize = "result")]
    public int Body_changed([Values(1, 2)] int a) => a * 1000;
#endif
}

/// <param name="Acc">The larger the better.</param>
/// <param name="Err">The smaller the better.</param>
public record Rates(double Acc, double Err);
