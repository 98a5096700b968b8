using MultiRunner.Format;

namespace MultiRunner.Repair;

/// <summary>What became of a point that was to be tried again.</summary>
/// <param name="Point">Its index.</param>
/// <param name="State">The state in which it was found; null when it has no state file.</param>
/// <param name="Attempts">How many records of failed attempts were deleted.</param>
/// <param name="IsPutBack">Whether it waits for a worker now.</param>
internal sealed record RetriedPoint(int Point, PointState? State, int Attempts, bool IsPutBack);
