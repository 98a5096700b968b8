using System.Globalization;
using MultiRunner.Grids;

namespace MultiRunner.Definition;

/// <summary>The messages about the order of the points.</summary>
internal static class OrderMessages
{
    /// <summary>The property that names the method.</summary>
    public const string Cost = "Cost of [SweepTheory]";

    public static string CostWithOtherOrder(string sweep, Order order) =>
        $"{sweep}: {Cost} decides the order LongestFirst only, but Order is {order}. Remove Cost, or remove Order: a cost alone means "
        + "LongestFirst.";

    public static string CostIsNotANumber(string sweep, string method, IReadOnlyCollection<string> points) =>
        $"{sweep}: {method}, which {Cost} names, must return a number that can be compared, but it returned NaN for "
        + string.Create(CultureInfo.InvariantCulture, $"{points.Count} {(points.Count == 1 ? "point" : "points")}: ")
        + $"{Offenders.Some(points, ", ")}. Return a number for all values.";
}
