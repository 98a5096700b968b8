using MultiRunner.Repair;

namespace MultiRunner.Cli.Commands;

/// <summary>A sweep and what of it is to run again.</summary>
/// <param name="Path">The sweep directory.</param>
/// <param name="Points">The points.</param>
/// <param name="Rerun">What puts them back.</param>
internal sealed record SweepToRerun(string Path, IReadOnlyList<int> Points, SweepRerun Rerun);
