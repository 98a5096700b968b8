namespace MultiRunner.Reports.Model;

/// <summary>The files of a point, as paths relative to the sweep directory.</summary>
/// <param name="State">The file whose name says in which state it is; null when there is none yet.</param>
/// <param name="Result">Its result; null when there is none.</param>
/// <param name="Artifacts">The files that the result has beside it; null when there are none.</param>
/// <param name="Checkpoints">The files that its attempts leave for one another; null when there are none.</param>
internal sealed record PointFiles(
    string? State, string? Result, IReadOnlyList<string>? Artifacts, IReadOnlyList<string>? Checkpoints);
