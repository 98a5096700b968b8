using MultiRunner;

namespace Subjects;

/// <summary>Every kind of axis. Each method takes one, so that names and arguments show what came of it.</summary>
public class Axes
{
    [SweepTheory]
    public void Wholes_for_a_double([Values(1, 2)] double x)
    {
    }

    [SweepTheory]
    public void Names_for_an_enum([Values("Ridge", nameof(Model.Lasso))] Model model)
    {
    }

    [SweepTheory]
    public void Texts_for_a_decimal([Values("0.10", "1.25")] decimal price)
    {
    }

    [SweepTheory]
    public void Texts_for_a_time([Values("00:00:01", "1.00:00:00")] TimeSpan pause)
    {
    }

    [SweepTheory]
    public void Texts([Values("a b", "say \"ä\"")] string text)
    {
    }

    [SweepTheory]
    public void Not_a_number([Values(double.NaN, double.PositiveInfinity)] double x)
    {
    }

    [SweepTheory]
    public void Whole_range([Range(10, 0, -5)] int n)
    {
    }

    [SweepTheory]
    public void Fraction_range([Range(0.1, 0.3, 0.1)] double x)
    {
    }

    [SweepTheory]
    public void Linear([LinRange(0, 1, 3)] double x)
    {
    }

    [SweepTheory]
    public void Logarithmic([LogRange(0.001, 0.1, 3)] float x)
    {
    }

    [SweepTheory]
    public void Bool(bool fast)
    {
    }

    [SweepTheory]
    public void Enum(Model model)
    {
    }

    [SweepTheory]
    public void Nullable_bool(bool? fast)
    {
    }

    [SweepTheory]
    public void Nullable_number([Values(1, null)] int? depth)
    {
    }

    [SweepTheory]
    public void Own_attribute([Primes(3)] int prime)
    {
    }

    [SweepTheory]
    public void No_parameters()
    {
    }
}
