namespace MultiRunner.Benchmarks;

/// <summary>What one simulated fleet asked of its directory.</summary>
/// <param name="Order">The order of the points.</param>
/// <param name="Points">Their number.</param>
/// <param name="Workers">The number of workers.</param>
/// <param name="OfAPoint">Operations for each point.</param>
/// <param name="Listings">Listings a second of all workers together while they have nothing to do.</param>
internal sealed record OperationsRow(Order Order, int Points, int Workers, double OfAPoint, double Listings)
{
    /// <summary>Which row it is.</summary>
    public string Title => $"{Order}, {Workers:N0} workers, {Points:N0} points";
}
