using System.Diagnostics;
using MultiRunner.Storage;

namespace MultiRunner.Build;

/// <summary>
/// A file that is open for this process alone. The operating system closes it when the process dies, in whatever way it dies, so the
/// lock needs no repair. On Unix the lock is flock, which NFS 4 and GlusterFS share between machines and sshfs does not.
/// </summary>
internal sealed class BuildLock : IDisposable
{
    private readonly FileStream file;

    private BuildLock(FileStream file) => this.file = file;

    /// <summary>Takes the lock. It returns null when another build holds it.</summary>
    public static BuildLock? TryTake(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            try
            {
                Describe(path);
                return new BuildLock(file);
            }
            catch
            {
                file.Dispose();
                throw;
            }
        }
        catch (IOException e) when (FileInUse.IsSaidBy(e))
        {
            // No other error is the doing of another build.
            return null;
        }
    }

    /// <summary>The holder of the lock in words, for a message. It is empty when the holder is not known.</summary>
    public static string HolderOf(string path)
    {
        try
        {
            return $" ({File.ReadAllText(Description(path))})";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    /// <summary>The file in which a finished build leaves a note for the next one.</summary>
    public static string NoteOf(string path) => path + ".restored";

    public void Dispose() => file.Dispose();

    // The description lies beside the lock, because nobody else can read the lock file as long as it is held.
    private static void Describe(string path)
    {
        try
        {
            using var me = Process.GetCurrentProcess();
            File.WriteAllText(Description(path), FormattableString.Invariant($"process {me.Id} on {Environment.MachineName}"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Somebody is reading it at this moment, or another user owns it. The message of a build that waits is less precise then.
        }
    }

    private static string Description(string path) => path + ".holder";
}
