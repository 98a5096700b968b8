using System.Globalization;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;
using MultiRunner.Storage;

namespace MultiRunner.Gpus;

/// <summary>
/// The directory in which the processes of this host, of whatever user, tell one another which GPUs are lent. Each GPU has a file
/// there, and a process that uses the GPU has the file open for itself alone (on Unix by flock). A file stays when it is closed,
/// and is empty then.
/// </summary>
internal sealed class GpuDirectory(string path)
{
    /// <summary>The environment variable that names another directory.</summary>
    public const string Variable = "MULTIRUNNER_GPU_DIRECTORY";

    private const UnixFileMode ReadWriteForAll = (UnixFileMode)0b110_110_110;
    private const UnixFileMode StickyForAll = (UnixFileMode)0b001_111_111_111;

    private bool locksAreKept;

    /// <summary>The directory of this host.</summary>
    public static GpuDirectory Of(Func<string, string?> environment) =>
        new(environment(Variable) is { Length: > 0 } given ? Path.GetFullPath(given) : Default);

    // This is not Path.GetTempPath(), because TMPDIR may differ from user to user and from job to job.
    private static string Default => OperatingSystem.IsWindows()
        ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData), "multirunner-gpus")
        : "/tmp/multirunner-gpus";

    /// <summary>Makes the directory if nobody has, and checks that no other user can decide alone what lies in it.</summary>
    /// <exception cref="GpuException">The directory cannot be made, or it is another user's.</exception>
    public void Make() => Try(() =>
    {
        if (!Directory.Exists(path))
        {
            Directory.CreateDirectory(path);
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(path, StickyForAll);
        }

        if (OperatingSystem.IsLinux())
            CheckOwner(FileStatus.Of(path));
        return true;
    });

    /// <summary>
    /// Keeps systemd-tmpfiles from tidying up the directory for as long as the handle is open. It passes over a directory that
    /// somebody has locked. Without the lock it would delete the files of points that run for weeks.
    /// </summary>
    public SafeFileHandle? TryKeep() => OperatingSystem.IsWindows() ? null : FileLock.TryShare(path);

    /// <summary>Opens the file of a GPU for this process alone. It returns null when another process has it open.</summary>
    /// <exception cref="GpuException">The file cannot be opened, or other processes can open it at the same time.</exception>
    public SafeFileHandle? TryTake(Gpu gpu)
    {
        var file = Path.Combine(path, $"{gpu.Uuid ?? FormattableString.Invariant($"gpu-{gpu.Index}")}.lent");
        return Try(() =>
        {
            if (!File.Exists(file))
                MakeFile(file);
            if (TryOpen(file) is not { } taken)
                return null;
            if (!locksAreKept && TryOpen(file) is { } again)
            {
                again.Dispose();
                taken.Dispose();
                throw new IOException("files there cannot be locked: one that was open for one holder alone was opened by another");
            }

            locksAreKept = true;
            return taken;
        });
    }

    /// <summary>
    /// The file is opened, and never made here: where Linux protects regular files, O_CREAT fails for a file of another user.
    /// </summary>
    private static SafeFileHandle? TryOpen(string file)
    {
        // Everybody may write in the directory. Another user could put a link there to a file of this user, which would be emptied:
        // a link is refused by the call that opens the file, since a check before it could be overtaken.
        if (!OperatingSystem.IsWindows())
            return FileLock.TryTake(file);
        try
        {
            return File.OpenHandle(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (FileInUse.IsSaidBy(e))
        {
            return null;
        }
    }

    [SupportedOSPlatform("linux")]
    private static void CheckOwner(FileStatus status)
    {
        if (status.Owner == FileStatus.Me || status.Owner == 0 || status.IsStickyForAll)
            return;
        var mode = Convert.ToString((int)status.Permissions, toBase: 8);
        throw new IOException(string.Create(
            CultureInfo.InvariantCulture,
            $"it belongs to another user (number {status.Owner}) and has mode {mode}, "
            + $"while a directory of another user must have mode 1777"));
    }

    /// <summary>Makes the file under another name first, so that nobody meets it before everybody may open it.</summary>
    private void MakeFile(string file)
    {
        if (OperatingSystem.IsWindows())
        {
            using var made = File.Open(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
            return;
        }

        var temporary = Path.Combine(path, $".{Path.GetRandomFileName()}");
        File.WriteAllText(temporary, "");
        try
        {
            File.SetUnixFileMode(temporary, ReadWriteForAll);
            if (Posix.Link(temporary, file) is var error and not (0 or Posix.EEXIST))
                throw Posix.Failed("link", file, error);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private T Try<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new GpuException(
                $"GPUs are lent by locking files in a directory that all users of this host may write, but '{path}' cannot be used: "
                + $"{e.Message}. Delete it or correct it, or set {Variable} to another directory on a local disk, the same for all "
                + $"processes of this host.", e);
        }
    }
}
