using MultiRunner.Grids;

namespace MultiRunner.Reports.Live;

/// <summary>A point that a worker runs.</summary>
/// <param name="Point">Its index.</param>
/// <param name="Arguments">Its arguments in the order of the parameters; empty when they are not known.</param>
/// <param name="Seconds">For how long it has been running.</param>
/// <param name="IsDuplicate">Whether another worker has claimed it and runs it, too.</param>
internal sealed record LivePoint(int Point, IReadOnlyList<CanonicalJson?> Arguments, double Seconds, bool IsDuplicate);
