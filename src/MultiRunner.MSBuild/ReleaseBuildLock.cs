using Microsoft.Build.Framework;

namespace MultiRunner.Build;

/// <summary>Releases the lock, so that the next build can take it. It does nothing when this build has no lock.</summary>
public sealed class ReleaseBuildLock : Microsoft.Build.Utilities.Task
{
    /// <summary>The path of the lock file.</summary>
    [Required]
    public string LockFile { get; set; } = "";

    /// <summary>The files that restore has written, when this task ends a build. It is empty when the task ends a restore.</summary>
    public string[] RestoredFiles { get; set; } = [];

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            if (RestoredFiles.Length > 0)
                Build.RestoredFiles.Note(BuildLock.NoteOf(LockFile), RestoredFiles);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.LogMessage(MessageImportance.Normal, $"The next build may make the output anew, because the times of restored files "
                + $"cannot be noted: {e.Message}");
        }

        (BuildEngine4.UnregisterTaskObject(LockFile, RegisteredTaskObjectLifetime.Build) as IDisposable)?.Dispose();
        return true;
    }
}
