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
    public void All_of_bool([Values] bool fast)
    {
    }

    [SweepTheory]
    public void All_of_enum([Values] Model? model)
    {
    }

    [SweepTheory]
    public void Powers_of_two([LogRange(32, 1024, 6)] int n)
    {
    }

    [SweepTheory]
    public void Powers_of_two_as_doubles([LogRange(32, 1024, 6)] double x)
    {
    }

    [SweepTheory]
    public void Steps_of_one([Range(1, 3)] int n)
    {
    }

    [SweepTheory]
    public void Steps_of_minus_one([Range(1, -1)] int n)
    {
    }

    [SweepTheory]
    public void Several_axes([Range(9, 8)][Values(1, 2)][Range(5, 6)][LinRange(20, 30, 2)] int n)
    {
    }

    [SweepTheory]
    public void Halves([Values(0.1, 1)] Half h)
    {
    }

    [SweepTheory]
    public void Whole_numbers_of_128_bits([Values(-1, "170141183460469231731687303715884105727")] Int128 n)
    {
    }

    [SweepTheory]
    public void Unsigned_numbers_of_128_bits([Values(1ul, "340282366920938463463374607431768211455")] UInt128? n)
    {
    }

    [SweepTheory]
    public void No_parameters()
    {
    }
}
