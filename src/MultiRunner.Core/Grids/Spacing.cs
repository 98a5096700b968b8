using System.Globalization;

namespace MultiRunner.Grids;

/// <summary>Evenly spaced numbers. Values are rounded to 15 significant digits, so that 0.1, 0.2, 0.3 come out as written.</summary>
internal static class Spacing
{
    /// <summary><paramref name="from"/>, from + step, ... up to and including <paramref name="to"/> when a step meets it.</summary>
    /// <exception cref="GridException">The step is 0, points away from <paramref name="to"/>, or a number is not finite.</exception>
    public static double[] Range(string axis, double from, double to, double step, int maxPoints = Grid.DefaultMaxPoints)
    {
        RequireFinite(axis, from, to, step);
        RequireStep(axis, Math.Sign(to - from), Math.Sign(step), F(from), F(to), F(step), F(-step));

        // A billionth of a step of tolerance: (0.3 - 0) / 0.1 is 2.9999999999999996.
        var steps = Math.Floor(((to - from) / step) + 1e-9);
        RequireFewer(axis, steps + 1, maxPoints, F(from), F(to), F(step));
        var exact = IsDecimal(from) && IsDecimal(step);
        var values = new double[(int)steps + 1];
        for (var i = 0; i < values.Length; i++)
        {
            var value = Round(exact ? (double)((decimal)from + (i * (decimal)step)) : from + (i * step));
            values[i] = step > 0 ? Math.Min(value, to) : Math.Max(value, to);
        }

        return values;
    }

    /// <summary>Whole numbers from <paramref name="from"/> up to and including <paramref name="to"/> when a step meets it.</summary>
    /// <exception cref="GridException">The step is 0 or points away from <paramref name="to"/>.</exception>
    public static long[] Range(string axis, long from, long to, long step, int maxPoints = Grid.DefaultMaxPoints)
    {
        RequireStep(axis, Math.Sign(to.CompareTo(from)), Math.Sign(step), N(from), N(to), N(step), step == long.MinValue ? N(long.MaxValue) : N(-step));
        var steps = ((Int128)to - from) / step;
        RequireFewer(axis, (double)steps + 1, maxPoints, N(from), N(to), N(step));
        var values = new long[(int)steps + 1];
        for (var i = 0; i < values.Length; i++)
            values[i] = from + (i * step);
        return values;
    }

    /// <summary><paramref name="count"/> evenly spaced numbers; both ends included (count 1 gives <paramref name="from"/>).</summary>
    /// <exception cref="GridException">The count is below 1 or a number is not finite.</exception>
    public static double[] Linear(string axis, double from, double to, int count)
    {
        RequireFinite(axis, from, to);
        RequireCount(axis, "LinRange", count);
        return IsDecimal(from) && IsDecimal(to)
            ? Fill(from, to, count, i => (double)((decimal)from + (((decimal)to - (decimal)from) * i / (count - 1))))
            : Fill(from, to, count, i => (from * (1 - Part(i, count))) + (to * Part(i, count)));
    }

    /// <summary><paramref name="count"/> numbers whose ratio is constant; both ends included (count 1 gives <paramref name="from"/>).</summary>
    /// <exception cref="GridException">The count is below 1, an end is 0 or of another sign than the other, or not finite.</exception>
    public static double[] Logarithmic(string axis, double from, double to, int count)
    {
        RequireFinite(axis, from, to);
        RequireCount(axis, "LogRange", count);
        if (from == 0 || to == 0 || Math.Sign(from) != Math.Sign(to))
            throw new GridException($"{axis}: [LogRange] needs two numbers of one sign, neither of them 0, but got [LogRange({F(from)}, {F(to)}, {N(count)})], which passes through 0. Start at a small number such as {F(to == 0 ? 0.001 : to / 1000)}, or use [LinRange].");
        double first = Math.Log10(Math.Abs(from)), last = Math.Log10(Math.Abs(to));
        return Fill(from, to, count, i => Math.Sign(from) * Math.Pow(10, first + ((last - first) * Part(i, count))));
    }

    private static double[] Fill(double from, double to, int count, Func<int, double> at)
    {
        var values = new double[count];
        for (var i = 0; i < count; i++)
            values[i] = i == 0 ? from : i == count - 1 ? to : Round(at(i));
        return values;
    }

    private static double Part(int i, int count) => i / (double)(count - 1);

    // In decimal arithmetic -0.3 + 3 * 0.1 is 0; in binary it is 5.6E-17, which no rounding to 15 digits turns into 0.
    private static bool IsDecimal(double value) => value == 0 || Math.Abs(value) is >= 1e-13 and < 1e15;

    private static double Round(double value)
    {
        // Whole numbers up to 2^53 are exact, and with 15 digits 1000000000000001 would be 1E+15.
        if (double.IsInteger(value) && Math.Abs(value) <= 1L << 53)
            return value;
        var rounded = double.Parse(value.ToString("G15", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return double.IsFinite(rounded) ? rounded : value;
    }

    private static void RequireStep(string axis, int direction, int stepSign, string from, string to, string step, string opposite)
    {
        if (stepSign == 0)
            throw new GridException($"{axis}: [Range] needs a step other than 0, but got [Range({from}, {to}, 0)]. Give a step of the size that you want, or use [LinRange(from, to, count)].");
        if (direction != 0 && direction != stepSign)
            throw new GridException($"{axis}: the step of [Range] must lead from the first number to the second, but [Range({from}, {to}, {step})] leads away. Write {opposite} for the step, or swap the two numbers.");
    }

    private static void RequireFewer(string axis, double count, int maxPoints, string from, string to, string step)
    {
        if (count > maxPoints)
            throw new GridException($"{axis}: an axis has at most {maxPoints.ToString("N0", CultureInfo.InvariantCulture)} values, but [Range({from}, {to}, {step})] has {count.ToString("N0", CultureInfo.InvariantCulture)}. Use a larger step.");
    }

    private static void RequireCount(string axis, string attribute, int count)
    {
        if (count < 1)
            throw new GridException($"{axis}: [{attribute}] needs a count of at least 1, but got {N(count)}. Give the number of values that the axis should have.");
    }

    private static void RequireFinite(string axis, params ReadOnlySpan<double> numbers)
    {
        foreach (var number in numbers)
        {
            if (!double.IsFinite(number))
                throw new GridException($"{axis}: a range needs finite numbers, but got {F(number)}. Use [Values] to list NaN or an infinity.");
        }
    }

    private static string N(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string F(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
