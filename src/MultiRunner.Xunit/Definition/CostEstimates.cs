using System.Globalization;
using System.Numerics;
using System.Reflection;
using MultiRunner.Grids;

namespace MultiRunner.Definition;

/// <summary>What the points cost by the method that <see cref="SweepTheoryAttribute.Cost"/> names.</summary>
internal static class CostEstimates
{
    private static readonly MemberRule Rule = new(OrderMessages.Cost, "a number or a TimeSpan", IsNumber);

    private static readonly HashSet<Type> Numbers =
    [
        typeof(byte), typeof(sbyte), typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(long), typeof(ulong),
        typeof(Int128), typeof(UInt128), typeof(nint), typeof(nuint), typeof(BigInteger),
        typeof(Half), typeof(float), typeof(double), typeof(decimal), typeof(TimeSpan),
    ];

    /// <summary>The cost of each point of the grid, in the order of the grid; null when the attribute names no method.</summary>
    /// <exception cref="GridException">
    /// The method does not fit or throws, or costs are no numbers, or the attribute asks for an order that costs do not decide.
    /// </exception>
    public static IReadOnlyList<double>? Of(string sweep, SweepTheoryAttribute attribute, MethodInfo method, Grid grid)
    {
        if (attribute.Cost is not { } name)
            return null;
        if (attribute.GivenOrder is { } order and not Order.LongestFirst)
            throw new GridException(OrderMessages.CostWithOtherOrder(sweep, order));
        var member = MemberLookup.Find(sweep, Rule, method.ReflectedType!, name, grid.Parameters);
        var costs = new double[grid.Points.Count];
        var wrong = new List<string>();
        for (var i = 0; i < costs.Length; i++)
        {
            var values = member.ValuesOf(grid.Points[i].Arguments);
            costs[i] = ToDouble(member.Invoke(values)!);
            if (double.IsNaN(costs[i]))
                wrong.Add($"({member.Describe(values)})");
        }

        return wrong.Count == 0 ? costs : throw new GridException(OrderMessages.CostIsNotANumber(sweep, member.Name, wrong));
    }

    private static bool IsNumber(Type type) => Numbers.Contains(type);

    // Only the order counts, so digits may be lost.
    private static double ToDouble(object cost) => cost switch
    {
        TimeSpan v => v.Ticks,
        Half v => (double)v,
        Int128 v => (double)v,
        UInt128 v => (double)v,
        BigInteger v => (double)v,
        nint v => v,
        nuint v => v,
        _ => Convert.ToDouble(cost, CultureInfo.InvariantCulture),
    };
}
