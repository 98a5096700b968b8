namespace MultiRunner.Grids.Drawing;

/// <summary>Points whose coordinates are independent and uniform. The numbers are those of <see cref="Philox"/>.</summary>
/// <param name="seed">Another seed gives other points.</param>
internal sealed class RandomSequence(ulong seed) : IPointSequence
{
    /// <inheritdoc/>
    public void At(ulong index, Span<double> coordinates)
    {
        for (var dimension = 0; dimension < coordinates.Length; dimension++)
            coordinates[dimension] = Coordinate.Of(Philox.Word(seed, index, dimension, RandomStream.Coordinates));
    }
}
