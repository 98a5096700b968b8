using System.Diagnostics;

namespace MultiRunner.Build;

/// <summary>
/// A file that is open for this process alone. The operating system closes it when the process dies, however it dies, so the
/// lock needs no repair. (On Unix it is flock, which NFS 4 and GlusterFS share between machines, and sshfs does not.)
/// </summary>
internal sealed class BuildLock : IDisposable
{
    // What ERROR_SHARING_VIOLATION and EWOULDBLOCK become; everything else is not another build's doing.
    private const int InUseOnWindows = unchecked((int)0x80070020);
    private const int InUseOnLinux = 11;
    private const int InUseOnMac = 35;

    private readonly FileStream file;

    private BuildLock(FileStream file) => this.file = file;

    /// <summary>Null: another build holds it.</summary>
    public static BuildLock? TryTake(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            var taken = new BuildLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            Describe(path);
            return taken;
        }
        catch (IOException e) when (e.HResult is InUseOnWindows or InUseOnLinux or InUseOnMac)
        {
            return null;
        }
    }

    /// <summary>Who holds it, for a message; empty when that is not known.</summary>
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

    // Beside the lock, which nobody else can read as long as it is held.
    private static void Describe(string path)
    {
        try
        {
            using var me = Process.GetCurrentProcess();
            File.WriteAllText(Description(path), FormattableString.Invariant($"process {me.Id} on {Environment.MachineName}"));
        }
        catch (IOException)
        {
            // Somebody reads it just now; the message of whoever waits is less precise then.
        }
    }

    private static string Description(string path) => path + ".holder";
}
