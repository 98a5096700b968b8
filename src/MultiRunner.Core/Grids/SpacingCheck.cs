using System.Globalization;

namespace MultiRunner.Grids;

/// <summary>What can be wrong with a range. Every message names the rule, the fact and the remedy.</summary>
internal static class SpacingCheck
{
    public static void Step(string axis, int direction, int stepSign, string from, string to, string step, string opposite)
    {
        if (stepSign == 0)
            throw new GridException(
                $"{axis}: [Range] needs a step other than 0, but got [Range({from}, {to}, 0)]. Give a step of the size that you want, "
                + $"or use [LinRange(from, to, count)].");
        if (direction != 0 && direction != stepSign)
            throw new GridException(
                $"{axis}: the step of [Range] must lead from the first number to the second, but [Range({from}, {to}, {step})] leads "
                + $"away. Write {opposite} for the step, or swap the two numbers.");
    }

    public static void Fewer(string axis, double count, int maxPoints, string written, string remedy)
    {
        if (count > maxPoints)
            throw new GridException(string.Create(CultureInfo.InvariantCulture, $"{axis}: an axis has at most {maxPoints:N0} values, "
                + $"but {written} has {count:N0}. {remedy}, or raise MaxPoints on [SweepTheory]."));
    }

    public static void Count(string axis, string attribute, int count, int maxPoints, string written)
    {
        if (count < 1)
            throw new GridException(string.Create(CultureInfo.InvariantCulture, $"{axis}: [{attribute}] needs a count of at least 1, "
                + $"but got {count}. Give the number of values that the axis should have."));
        Fewer(axis, count, maxPoints, written, "Use a smaller count");
    }

    public static void OneSign(string axis, double from, double to, string written, string small)
    {
        if (from == 0 || to == 0 || Math.Sign(from) != Math.Sign(to))
            throw new GridException(
                $"{axis}: [LogRange] needs two numbers of one sign, neither of them 0, but got {written}, which passes through 0. "
                + $"Start at a small number such as {small}, or use [LinRange].");
    }

    public static void Finite(string axis, params ReadOnlySpan<double> numbers)
    {
        foreach (var number in numbers)
        {
            if (!double.IsFinite(number))
                throw new GridException(string.Create(CultureInfo.InvariantCulture, $"{axis}: a range needs finite numbers, but got "
                    + $"{number:R}. Use [Values] to list NaN or an infinity."));
        }
    }

    public static GridException TooClose(string axis, string written, int count) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"{axis}: the values of an axis must differ, but a double cannot tell the {count:N0} values of {written} apart. Take fewer "
            + $"values, or move the two ends apart."));
}
