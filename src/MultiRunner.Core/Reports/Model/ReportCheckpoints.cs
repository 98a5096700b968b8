namespace MultiRunner.Reports.Model;

/// <summary>Checkpoints that finished points have left. They are kept, since they may be the model that was trained.</summary>
/// <param name="Points">How many finished points have a directory of checkpoints.</param>
/// <param name="Bytes">The size of all their files together; null when nobody has added it up.</param>
internal sealed record ReportCheckpoints(int Points, long? Bytes);
