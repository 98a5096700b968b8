namespace MultiRunner.Repair;

/// <summary>How much of what belongs to points was moved to the archive.</summary>
/// <param name="Results">Results.</param>
/// <param name="Attempts">Records of failed attempts.</param>
/// <param name="Artifacts">Directories of artifacts.</param>
/// <param name="Checkpoints">Directories of checkpoints.</param>
internal readonly record struct ArchivedFiles(int Results, int Attempts, int Artifacts, int Checkpoints)
{
    /// <summary>Whether there is nothing.</summary>
    public bool IsNothing => this == default;

    public static ArchivedFiles operator +(ArchivedFiles a, ArchivedFiles b) =>
        new(a.Results + b.Results, a.Attempts + b.Attempts, a.Artifacts + b.Artifacts, a.Checkpoints + b.Checkpoints);
}
