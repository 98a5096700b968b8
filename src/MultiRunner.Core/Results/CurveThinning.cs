using System.Runtime.CompilerServices;

namespace MultiRunner.Results;

/// <summary>
/// Keeps some values of a curve while it is read once: the first, the last, and between them every k-th. As soon as there would be too
/// many, every other one is dropped and k is doubled, so nobody needs to know how long the curve is.
/// </summary>
/// <param name="most">How many values are kept at most; two or more.</param>
internal sealed class CurveThinning(int most)
{
    private const int FirstCapacity = 8;

    private readonly List<CurvePoint> kept = new(Math.Min(most, FirstCapacity));
    private CurvePoint last;
    private long count;
    private long stride = 1;
    private long next;

    /// <summary>The values that are kept, in their order.</summary>
    public IReadOnlyList<CurvePoint> Kept => count == 0 ? [] : [.. kept, last];

    /// <summary>Takes the next value into account.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(CurvePoint point)
    {
        // The last value is always kept, and each value may be the last one. So it is dealt with when there is another one after it.
        if (count > 0 && count - 1 == next)
            Keep(last);
        last = point;
        count++;
    }

    private void Keep(CurvePoint point)
    {
        if (kept.Count == most - 1)
        {
            for (var i = 0; 2 * i < kept.Count; i++)
                kept[i] = kept[2 * i];
            kept.RemoveRange((kept.Count + 1) / 2, kept.Count / 2);
            stride *= 2;

            // What comes next after the values that are left may be this one, or the one after it.
            next = kept.Count * stride;
            if (next != count - 1)
                return;
        }

        kept.Add(point);
        next += stride;
    }
}
