using Microsoft.Win32.SafeHandles;
using MultiRunner.Storage;

namespace MultiRunner.Gpus;

/// <summary>
/// The directory in which this host's processes, of whatever user, tell one another which GPUs are lent: a file a GPU, open
/// for its holder alone (on Unix by flock). The files stay when they are closed; what they say then is nothing.
/// </summary>
internal sealed class GpuDirectory(string path)
{
    /// <summary>The environment variable with another directory.</summary>
    public const string Variable = "MULTIRUNNER_GPU_DIRECTORY";

    // What ERROR_SHARING_VIOLATION and EWOULDBLOCK become; everything else is not another holder's doing.
    private const int InUseOnWindows = unchecked((int)0x80070020);
    private const int InUseOnLinux = 11;
    private const int InUseOnMac = 35;

    private const UnixFileMode ReadWriteForAll = (UnixFileMode)0b110_110_110;
    private const UnixFileMode StickyForAll = (UnixFileMode)0b001_111_111_111;

    private bool locksAreKept;

    /// <summary>The directory of this host.</summary>
    public static GpuDirectory Of(Func<string, string?> environment) =>
        new(environment(Variable) is { Length: > 0 } given ? Path.GetFullPath(given) : Default);

    // Not Path.GetTempPath(): TMPDIR may differ from user to user and from job to job.
    private static string Default => OperatingSystem.IsWindows()
        ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData), "multirunner-gpus")
        : "/tmp/multirunner-gpus";

    /// <summary>Makes it if nobody has.</summary>
    /// <exception cref="GpuException">It cannot be made.</exception>
    public void Make() => Try(() =>
    {
        if (Directory.Exists(path))
            return true;
        Directory.CreateDirectory(path);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, StickyForAll);
        return true;
    });

    /// <summary>
    /// Keeps the directory from being tidied up for as long as the handle is open: systemd-tmpfiles passes over a directory
    /// that somebody has locked, and would else delete the files of points that run for weeks.
    /// </summary>
    public SafeFileHandle? TryKeep() => OperatingSystem.IsWindows() ? null : Posix.LockShared(path);

    /// <summary>Opens the file of a GPU for this process alone. Null: another one has it open.</summary>
    /// <exception cref="GpuException">It cannot be opened, or not for one process alone.</exception>
    public SafeFileHandle? TryTake(Gpu gpu)
    {
        var file = Path.Combine(path, $"{gpu.Uuid ?? FormattableString.Invariant($"gpu-{gpu.Index}")}.lent");
        return Try(() =>
        {
            // Never follow another user's link out of a directory in which everybody may write.
            if (new FileInfo(file).LinkTarget is not null)
                throw new IOException($"'{file}' is a symbolic link");
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

    // Not with FileMode.OpenOrCreate: where Linux protects regular files, that fails for a file of another user.
    private static SafeFileHandle? TryOpen(string file)
    {
        try
        {
            return File.OpenHandle(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e.HResult is InUseOnWindows or InUseOnLinux or InUseOnMac)
        {
            return null;
        }
    }

    /// <summary>Under another name first, so that nobody meets it before everybody may open it.</summary>
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
            throw new GpuException($"GPUs are lent by locking files in a directory that all users of this host may write, but '{path}' cannot be used: {e.Message}. Delete or mend it, or set {Variable} to another directory on a local disk, the same for all processes of this host.", e);
        }
    }
}
