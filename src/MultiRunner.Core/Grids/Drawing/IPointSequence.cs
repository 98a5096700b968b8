namespace MultiRunner.Grids.Drawing;

/// <summary>
/// Points of the unit cube, one for each index. The point of an index depends only on what the sequence was made from, so it is the same
/// in every process, on every machine and in every version of .NET.
/// </summary>
internal interface IPointSequence
{
    /// <summary>The point of an index.</summary>
    /// <param name="index">The index, from 0.</param>
    /// <param name="coordinates">Takes a number of at least 0 and below 1 for each dimension.</param>
    void At(ulong index, Span<double> coordinates);
}
