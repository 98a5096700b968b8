using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Reading;

/// <summary>What a sweep directory holds of which a report lies there whose points are, by all names, still right.</summary>
/// <param name="Head">The head of that report.</param>
/// <param name="Source">What reads the directory, with the warnings so far.</param>
/// <param name="Listing">The states of the points.</param>
/// <param name="Workers">The workers.</param>
/// <param name="CheckpointFolders">The names of the directories of checkpoints of finished points.</param>
/// <param name="Surroundings">As <see cref="SweepReport.Surroundings"/> of a report that is made now.</param>
internal sealed record ReportLook(
    ReportHead Head,
    ReportSource Source,
    SweepListing Listing,
    FoundWorkers Workers,
    IReadOnlyList<string> CheckpointFolders,
    string? Surroundings);
