using MultiRunner.Format;

namespace MultiRunner.Repair;

/// <summary>A point that may need repair.</summary>
/// <param name="Point">Its index.</param>
/// <param name="File">Its state file in the last listing, or null when that showed none.</param>
/// <param name="IsDoubtful">Whether it is to be checked that its result can be read.</param>
internal readonly record struct RepairCandidate(int Point, StateFile? File, bool IsDoubtful);
