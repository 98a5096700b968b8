namespace MultiRunner.Scheduling;

/// <summary>Puts the points of a worker into the order in which it is to take them.</summary>
internal static class PointOrder
{
    /// <summary>The points in the order in which they are taken.</summary>
    /// <param name="points">The points, as the code lists them.</param>
    /// <param name="order">The order.</param>
    /// <param name="costs">What the points cost; null: nothing is known. It decides <see cref="Order.LongestFirst"/>.</param>
    /// <param name="random">Gives this worker an order of its own, wherever the order leaves that open.</param>
    public static int[] Of(IEnumerable<int> points, Order order, IReadOnlyDictionary<int, double>? costs, Random random)
    {
        int[] ordered = [.. points];
        if (order == Order.AsWritten)
            return ordered;
        random.Shuffle(ordered);

        // Sorting is stable: points that cost the same stay shuffled.
        return order == Order.LongestFirst && costs is not null
            ? [.. ordered.OrderByDescending(point => costs[point])]
            : ordered;
    }

    /// <summary>
    /// Whether all workers have the same order. Without costs, that of <see cref="Order.LongestFirst"/> is each worker's own.
    /// </summary>
    /// <param name="order">The order that was asked for.</param>
    /// <param name="costs">What the points cost; null: nothing is known.</param>
    public static bool IsShared(Order order, IReadOnlyDictionary<int, double>? costs) =>
        order == Order.AsWritten || (order == Order.LongestFirst && costs is not null);
}
