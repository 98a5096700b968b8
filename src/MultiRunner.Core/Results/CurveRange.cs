using System.Runtime.CompilerServices;

namespace MultiRunner.Results;

/// <summary>What can be said of a curve after one look at each of its values.</summary>
/// <param name="mostSamples">How many of its values are kept at most.</param>
internal sealed class CurveRange(int mostSamples)
{
    private readonly CurveThinning thinning = new(mostSamples);

    /// <summary>Some of its values, evenly spread, with the first and the last.</summary>
    public IReadOnlyList<CurvePoint> Samples => thinning.Kept;

    /// <summary>How many values it has.</summary>
    public int Steps { get; private set; }

    /// <summary>How many of them are NaN.</summary>
    public int NotANumber { get; private set; }

    /// <summary>The value that was recorded first, which may be NaN; null when there is none.</summary>
    public CurvePoint? First { get; private set; }

    /// <summary>The value that was recorded last, which may be NaN; null when there is none.</summary>
    public CurvePoint? Last { get; private set; }

    /// <summary>The lowest value that is a number, where it was recorded first; null when none is a number.</summary>
    public CurvePoint? Min { get; private set; }

    /// <summary>The highest value that is a number, where it was recorded first; null when none is a number.</summary>
    public CurvePoint? Max { get; private set; }

    /// <summary>Takes the next value into account.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(CurvePoint point)
    {
        Steps++;
        thinning.Add(point);
        First ??= point;
        Last = point;
        if (double.IsNaN(point.Value))
        {
            NotANumber++;
            return;
        }

        if (Min is not { } min || point.Value < min.Value)
            Min = point;
        if (Max is not { } max || point.Value > max.Value)
            Max = point;
    }
}
