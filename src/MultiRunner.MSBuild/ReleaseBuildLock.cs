using Microsoft.Build.Framework;

namespace MultiRunner.Build;

/// <summary>Lets the next build in. Without a lock: nothing.</summary>
public sealed class ReleaseBuildLock : Microsoft.Build.Utilities.Task
{
    /// <summary>The path of the lock file.</summary>
    [Required]
    public string LockFile { get; set; } = "";

    /// <summary>What restore has written, when this was a build.</summary>
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
            Log.LogMessage(MessageImportance.Normal, $"The next build may make the output anew: {e.Message}");
        }

        (BuildEngine4.UnregisterTaskObject(LockFile, RegisteredTaskObjectLifetime.Build) as IDisposable)?.Dispose();
        return true;
    }
}
