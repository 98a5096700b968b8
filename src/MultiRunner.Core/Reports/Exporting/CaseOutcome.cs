namespace MultiRunner.Reports.Exporting;

/// <summary>What a test result says of a point.</summary>
internal enum CaseOutcome
{
    /// <summary>It has a result.</summary>
    Passed,

    /// <summary>It has used up its attempts.</summary>
    Failed,

    /// <summary>It skipped itself on every host on which a worker lives.</summary>
    Skipped,

    /// <summary>It runs, or waits for a worker.</summary>
    Pending,
}
