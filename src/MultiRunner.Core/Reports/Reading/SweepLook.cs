using MultiRunner.Format;

namespace MultiRunner.Reports.Reading;

/// <summary>What one look at a sweep directory shows: names of files, and what the workers last wrote of themselves.</summary>
/// <param name="Manifest">The manifest, or null when it cannot be read.</param>
/// <param name="States">The state of each point that has a state file.</param>
/// <param name="Attempts">The names of the records of failed attempts and of skips.</param>
/// <param name="Records">The workers with a readable record.</param>
/// <param name="Warnings">What could not be read, a sentence each.</param>
/// <param name="IsListed">Whether the states of the points could be listed.</param>
internal sealed record SweepLook(
    Manifest? Manifest,
    IReadOnlyDictionary<int, StateFile> States,
    IReadOnlyList<string> Attempts,
    IReadOnlyList<(string Id, WorkerRecord Record)> Records,
    IReadOnlyList<string> Warnings,
    bool IsListed)
{
    /// <summary>The points that count: those of the newest code, or without a manifest all that have a state file.</summary>
    public IReadOnlyCollection<int> Points => Manifest?.Current ?? [.. States.Keys];

    /// <summary>The state of a point. One without a file is about to get one.</summary>
    public PointState StateOf(int point) => States.TryGetValue(point, out var file) ? file.State : PointState.ToRun;
}
