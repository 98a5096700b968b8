namespace MultiRunner.Tests.Running;

/// <summary>One test case in a report.</summary>
/// <param name="Name">Its display name.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Message">Why it failed or was skipped; empty when it passed.</param>
/// <param name="Output">What it wrote.</param>
/// <param name="Warnings">Its warnings; the report of VSTest has none.</param>
/// <param name="Traits">Its traits, "name=value"; the report of VSTest has none.</param>
public sealed record TestReport(string Name, TestOutcome Outcome, string Message, string Output, IReadOnlyList<string> Warnings, IReadOnlyList<string> Traits);
