using System.Numerics;

namespace MultiRunner.Scheduling;

/// <summary>
/// The points to claim, in the worker's order; those that failed here come after those that did not. It finds the first one, or the
/// tenth, in a time that grows with the logarithm of the number of points (Fenwick, "A New Data Structure for Cumulative Frequency
/// Tables", Software: Practice and Experience 24(3), 1994). It belongs to the <see cref="PointTable"/>.
/// </summary>
internal sealed class OpenPoints
{
    // Whoever fails again and again makes room for those that failed less often.
    private const int Ranges = 3;

    private readonly int[] order;
    private readonly int[] sums;

    /// <param name="order">All points that there are, in the worker's order.</param>
    public OpenPoints(int[] order)
    {
        this.order = order;
        sums = new int[(order.Length * Ranges) + 1];
    }

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a point that is not among them.</summary>
    /// <param name="rank">The position of the point in the worker's order.</param>
    /// <param name="putBacks">How often its attempt failed here.</param>
    public void Add(int rank, int putBacks) => Change(rank, putBacks, 1);

    /// <summary>Removes a point that is among them.</summary>
    public void Remove(int rank, int putBacks) => Change(rank, putBacks, -1);

    /// <summary>The point that has so many others before it.</summary>
    public int At(int before)
    {
        var position = 0;
        for (var step = 1 << BitOperations.Log2((uint)sums.Length); step > 0; step >>= 1)
        {
            if (position + step >= sums.Length || sums[position + step] > before)
                continue;
            position += step;
            before -= sums[position];
        }

        return order[position % order.Length];
    }

    private void Change(int rank, int putBacks, int by)
    {
        Count += by;
        for (var i = (Math.Min(putBacks, Ranges - 1) * order.Length) + rank + 1; i < sums.Length; i += i & -i)
            sums[i] += by;
    }
}
