namespace MultiRunner.Repair;

/// <summary>A point that was to be run again.</summary>
/// <param name="Point">Its index.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Archived">What of it is in the archive now.</param>
/// <param name="Problem">What the file system refused; null when it did not.</param>
internal sealed record RerunPoint(int Point, RerunOutcome Outcome, ArchivedFiles Archived, string? Problem = null);
