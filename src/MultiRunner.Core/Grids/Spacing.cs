using System.Globalization;

namespace MultiRunner.Grids;

/// <summary>
/// Makes evenly spaced numbers without the noise of binary arithmetic. A value comes out as people write it: 0.3 and not
/// 0.30000000000000004, 512 and not 512.000000000001. The ends are kept to the last bit.
/// </summary>
internal static class Spacing
{
    private const int Precision = 60;

    /// <summary>
    /// The numbers <paramref name="from"/>, from + step, ... with <paramref name="to"/> as the last one if a step ends there.
    /// </summary>
    /// <exception cref="GridException">The step is 0, points away from <paramref name="to"/>, or a number is not finite.</exception>
    public static double[] Range(string axis, double from, double to, double step, int maxPoints = Axis.MaxValues)
    {
        SpacingCheck.Finite(axis, from, to, step);
        SpacingCheck.Step(axis, to.CompareTo(from), Math.Sign(step), F(from), F(to), F(step), F(-step));

        // The numbers are taken as they are written: in binary, (100000.01 - 100000) / 0.001 is 9.99999999. The tolerance, a billionth of
        // a step, is for a step that has noise of its own, such as 0.1 + 0.2.
        BigDecimal first = BigDecimal.Of(from), distance = BigDecimal.Of(step);
        var steps = Math.Floor((BigDecimal.Of(to) - first).DividedBy(distance, Precision).ToDouble() + 1e-9);
        var written = $"[Range({F(from)}, {F(to)}, {F(step)})]";
        SpacingCheck.Fewer(axis, steps + 1, maxPoints, written, "Use a larger step");
        var values = Spaced(axis, written, (int)steps + 1, from, to: null, i => first + (distance * new BigDecimal(i, 0)));

        // The tolerance may let the last step pass the end.
        values[^1] = step > 0 ? Math.Min(values[^1], to) : Math.Max(values[^1], to);
        return values;
    }

    /// <summary>
    /// The whole numbers <paramref name="from"/>, from + step, ... with <paramref name="to"/> as the last one if a step ends there.
    /// </summary>
    /// <exception cref="GridException">The step is 0 or points away from <paramref name="to"/>.</exception>
    public static long[] Range(string axis, long from, long to, long step, int maxPoints = Axis.MaxValues)
    {
        var opposite = step == long.MinValue ? long.MaxValue : -step;
        SpacingCheck.Step(axis, to.CompareTo(from), Math.Sign(step), N(from), N(to), N(step), N(opposite));
        var steps = ((Int128)to - from) / step;
        SpacingCheck.Fewer(axis, (double)steps + 1, maxPoints, $"[Range({N(from)}, {N(to)}, {N(step)})]", "Use a larger step");
        var values = new long[(int)steps + 1];
        for (var i = 0; i < values.Length; i++)
            values[i] = from + (i * step);
        return values;
    }

    /// <summary><paramref name="count"/> evenly spaced numbers, with both ends. A count of 1 gives <paramref name="from"/>.</summary>
    /// <exception cref="GridException">
    /// The count is below 1 or too large, a number is not finite, or the ends are too near one another.
    /// </exception>
    public static double[] Linear(string axis, double from, double to, int count, int maxPoints = Axis.MaxValues)
    {
        var written = $"[LinRange({F(from)}, {F(to)}, {N(count)})]";
        SpacingCheck.Finite(axis, from, to);
        SpacingCheck.Count(axis, "LinRange", count, maxPoints, written);
        BigDecimal first = BigDecimal.Of(from), length = BigDecimal.Of(to) - first, steps = new(count - 1, 0);
        return Spaced(axis, written, count, from, to, i => first + (length * new BigDecimal(i, 0)).DividedBy(steps, Precision));
    }

    /// <summary>
    /// <paramref name="count"/> numbers of a constant ratio, with both ends. A count of 1 gives <paramref name="from"/>.
    /// </summary>
    /// <exception cref="GridException">
    /// The count is below 1 or too large, an end is 0 or of another sign than the other, or not finite, or they are too near one another.
    /// </exception>
    public static double[] Logarithmic(string axis, double from, double to, int count, int maxPoints = Axis.MaxValues)
    {
        var written = $"[LogRange({F(from)}, {F(to)}, {N(count)})]";
        SpacingCheck.Finite(axis, from, to);
        SpacingCheck.Count(axis, "LogRange", count, maxPoints, written);
        SpacingCheck.OneSign(axis, from, to, written, F(to == 0 ? 0.001 : to / 1000));
        var value = BigDecimal.Of(from);
        var ratio = count > 2 ? Root(value, BigDecimal.Of(to), Math.Log10(Math.Abs(to)) - Math.Log10(Math.Abs(from)), count - 1) : value;
        return Spaced(axis, written, count, from, to, _ => value = (value * ratio).Rounded(Precision));
    }

    /// <summary>
    /// The ratio that leads from one number to the other in <paramref name="steps"/> steps. It is found by Newton's method.
    /// </summary>
    private static BigDecimal Root(BigDecimal from, BigDecimal to, double decades, int steps)
    {
        var whole = (int)Math.Floor(decades / steps);
        var ratio = BigDecimal.Of(Math.Pow(10, (decades / steps) - whole)) * new BigDecimal(1, whole);
        BigDecimal one = new(1, 0), target = to.DividedBy(from, Precision);

        // Each round doubles the number of correct digits. The first guess has more correct digits than steps has, by at least a
        // factor of six.
        for (var round = 0; round < 5; round++)
        {
            var excess = target.DividedBy(ratio.ToThe(steps, Precision), Precision) - one;
            ratio = (ratio + (ratio * excess).DividedBy(new BigDecimal(steps, 0), Precision)).Rounded(Precision);
        }

        return ratio;
    }

    /// <summary>The ends as they are, and between them the number that <paramref name="at"/> returns for each position in turn.</summary>
    private static double[] Spaced(string axis, string written, int count, double from, double? to, Func<int, BigDecimal> at)
    {
        var values = new double[count];
        var unrounded = new double[count];
        for (var i = 0; i < count; i++)
        {
            if (i == 0 || (i == count - 1 && to is not null))
            {
                values[i] = unrounded[i] = i == 0 ? from : to!.Value;
                continue;
            }

            var exact = at(i);
            unrounded[i] = exact.ToDouble();
            values[i] = AsWritten(exact) is var value && double.IsFinite(value) ? value : unrounded[i];
        }

        // If the numbers are so close that rounding makes two of them equal, they keep all their digits.
        return IsMonotone(values) ? values : IsMonotone(unrounded) ? unrounded : throw SpacingCheck.TooClose(axis, written, count);
    }

    private static bool IsMonotone(double[] values)
    {
        var direction = values.Length < 2 ? 0 : values[1].CompareTo(values[0]);
        for (var i = 1; i < values.Length; i++)
        {
            if (direction == 0 || values[i].CompareTo(values[i - 1]) != direction)
                return false;
        }

        return true;
    }

    /// <summary>
    /// The number that is meant. A number that is whole or has few digits is meant itself. Otherwise a short decimal within 1e-13 of it
    /// is meant, if there is one: the ends of the range may have noise of their own. Otherwise the number is rounded to 15 digits.
    /// </summary>
    private static double AsWritten(BigDecimal exact)
    {
        var fifteen = exact.Rounded(15);
        if (fifteen.IsWithin(30, exact))
            return fifteen.ToDouble();
        if (exact.Whole() is var whole && whole.IsWithin(30, exact))
            return whole.ToDouble();
        if (exact.Rounded(10) is var brief && brief.IsWithin(13, exact))
            return brief.ToDouble();
        return exact.Rounded(17) is var all && all.IsWithin(30, exact) ? all.ToDouble() : fifteen.ToDouble();
    }

    private static string N(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string F(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
