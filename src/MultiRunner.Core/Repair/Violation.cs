namespace MultiRunner.Repair;

/// <summary>A rule of the sweep directory that something breaks.</summary>
/// <param name="Kind">The rule.</param>
/// <param name="Path">The file in question, relative to the sweep directory.</param>
/// <param name="Message">Rule, fact and remedy for people.</param>
/// <param name="IsRepairable">Whether <see cref="SweepRepair"/> may be able to do something about it.</param>
internal sealed record Violation(ViolationKind Kind, string Path, string Message, bool IsRepairable);
