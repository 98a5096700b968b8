using System.Globalization;

namespace MultiRunner.Grids.Drawing;

/// <summary>What can be wrong with a continuous axis. Every message names the rule, the fact and the remedy.</summary>
internal static class DistributionCheck
{
    /// <summary>A distribution as it is written in the code, such as "Uniform(0, 0.5)".</summary>
    public static string Written(string name, double from, double to) => $"{name}({F(from)}, {F(to)})";

    public static void Finite(string axis, string name, double from, double to)
    {
        if (!double.IsFinite(from) || !double.IsFinite(to))
            throw new GridException(
                $"{axis}: [{name}] needs two finite numbers, but got [{Written(name, from, to)}]. Write the least and the greatest number "
                + $"that a value may be, such as [{name}(0.1, 10)].");
    }

    public static void Positive(string axis, double from, double to)
    {
        if (from <= 0 || to <= 0)
            throw new GridException(
                $"{axis}: [LogUniform] needs two numbers above 0, but got [{Written("LogUniform", from, to)}]. Start at a small number "
                + $"such as {F(to > 0 ? to / 1000 : 0.001)}, or use [Uniform].");
    }

    public static void Ascending(string axis, string name, double from, double to) =>
        Ascending(axis, name, from.CompareTo(to), F(from), F(to));

    public static void Ascending(string axis, long from, long to) =>
        Ascending(axis, "UniformInt", from.CompareTo(to), N(from), N(to));

    private static void Ascending(string axis, string name, int order, string from, string to)
    {
        if (order >= 0)
            throw new GridException(
                $"{axis}: the first number of [{name}] must be below the second, but got [{name}({from}, {to})]. "
                + (order > 0 ? $"Write [{name}({to}, {from})]." : $"Move the two apart, or write [Values({from})]."));
    }

    private static string N(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string F(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
