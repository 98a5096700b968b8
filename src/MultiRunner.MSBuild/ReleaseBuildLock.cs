using Microsoft.Build.Framework;

namespace MultiRunner.Build;

/// <summary>Lets the next build in. Without a lock: nothing.</summary>
public sealed class ReleaseBuildLock : Microsoft.Build.Utilities.Task
{
    /// <summary>The path of the lock file.</summary>
    [Required]
    public string LockFile { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        (BuildEngine4.UnregisterTaskObject(LockFile, RegisteredTaskObjectLifetime.Build) as IDisposable)?.Dispose();
        return true;
    }
}
