using Microsoft.Build.Framework;

namespace MultiRunner.Build;

/// <summary>
/// Waits until no other build holds a lock file, and takes it. The lock is held until <see cref="ReleaseBuildLock"/> runs, until the
/// build ends, in whatever way it ends, or until the process dies.
/// </summary>
public sealed class AcquireBuildLock : Microsoft.Build.Utilities.Task, ICancelableTask
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan BetweenMessages = TimeSpan.FromSeconds(10);

    private readonly TaskCompletionSource<bool> cancelled = new();

    /// <summary>The path of the lock file.</summary>
    [Required]
    public string LockFile { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        var waited = BetweenMessages;
        while (!cancelled.Task.IsCompleted)
        {
            // A project that is built with two sets of properties runs this task twice, the second time perhaps while the first waits.
            if (BuildEngine4.GetRegisteredTaskObject(LockFile, RegisteredTaskObjectLifetime.Build) is not null)
                return true;
            try
            {
                if (BuildLock.TryTake(LockFile) is { } taken)
                {
                    // Whatever comes after this, the end of the build releases the lock.
                    BuildEngine4.RegisterTaskObject(LockFile, taken, RegisteredTaskObjectLifetime.Build, allowEarlyCollection: false);
                    RestoredFiles.GiveTimesBack(BuildLock.NoteOf(LockFile));
                    return true;
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // The build itself explains better what is wrong with a directory that it cannot write.
                Log.LogMessage(MessageImportance.Normal, $"This project is built without a lock, because '{LockFile}' cannot be made: "
                    + $"{e.Message}");
                return true;
            }

            if (waited >= BetweenMessages)
            {
                Log.LogMessage(MessageImportance.High, $"Waiting for another build or restore of this "
                    + $"project{BuildLock.HolderOf(LockFile)}, which holds '{LockFile}'.");
                waited = TimeSpan.Zero;
            }

            WaitWithoutNode();
            waited += Pause;
        }

        Log.LogMessage(MessageImportance.Normal, $"The build was cancelled while it waited for '{LockFile}'.");
        return false;
    }

    /// <summary>
    /// Lets MSBuild use this node meanwhile. The lock may be held by the same build, on another node: by the same project with other
    /// properties. That one may wait for a library which MSBuild has given to this node, and both would wait for ever.
    /// </summary>
    private void WaitWithoutNode()
    {
        BuildEngine4.Yield();
        try
        {
            cancelled.Task.Wait(Pause);
        }
        finally
        {
            BuildEngine4.Reacquire();
        }
    }

    /// <inheritdoc/>
    public void Cancel() => cancelled.TrySetResult(true);
}
