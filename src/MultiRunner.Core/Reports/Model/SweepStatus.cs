namespace MultiRunner.Reports.Model;

/// <summary>How far a sweep has come, from names, heartbeats and how long some points took.</summary>
/// <param name="Sweep">Namespace, class and method.</param>
/// <param name="Directory">Its directory.</param>
/// <param name="Read">When it was read, by the reader's clock.</param>
/// <param name="Counts">How many points are in which state.</param>
/// <param name="Unselected">
/// How many of the points that are to run were selected by no worker that runs; null when none, and when no worker runs.
/// </param>
/// <param name="Grid">How all its points were chosen; null for all combinations, and for rows.</param>
/// <param name="OlderPoints">How many points of older code the sweep directory holds besides; null when there are none.</param>
/// <param name="PointsPerMinute">What the workers that are live finish in a minute; null when none of them finished any.</param>
/// <param name="SecondsLeft">
/// How long the live workers need for the points that are open and that they have selected, by how long like points took; null when
/// that is not known.
/// </param>
/// <param name="Workers">Every worker that left a record, the live ones first.</param>
/// <param name="Warnings">What is wrong or surprising, a sentence each.</param>
internal sealed record SweepStatus(
    string Sweep,
    string Directory,
    DateTimeOffset Read,
    PointCounts Counts,
    int? Unselected,
    ReportGrid? Grid,
    int? OlderPoints,
    double? PointsPerMinute,
    double? SecondsLeft,
    IReadOnlyList<StatusWorker> Workers,
    IReadOnlyList<string> Warnings);
