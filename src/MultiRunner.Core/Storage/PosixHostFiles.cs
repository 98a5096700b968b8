using System.Globalization;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace MultiRunner.Storage;

/// <summary>Files of this host on POSIX systems, locked by flock(2).</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class PosixHostFiles : IHostFiles
{
    private const UnixFileMode ReadWriteForAll = (UnixFileMode)0b110_110_110;
    private const UnixFileMode StickyForAll = (UnixFileMode)0b001_111_111_111;

    // This is not Path.GetTempPath(), because TMPDIR may differ from user to user and from job to job.
    public string PathOf(string name) => Path.Combine("/tmp", name);

    public void MakeDirectory(string path)
    {
        if (!Directory.Exists(path))
        {
            Directory.CreateDirectory(path);
            File.SetUnixFileMode(path, StickyForAll);
        }

        if (OperatingSystem.IsLinux())
            CheckOwner(FileStatus.Of(path));
    }

    /// <summary>
    /// systemd-tmpfiles passes over a directory that somebody has locked. Without the lock it would delete files that are used for weeks.
    /// </summary>
    public SafeFileHandle? TryKeep(string directory) => FileLock.TryShare(directory);

    /// <summary>Makes the file under another name first, so that nobody meets it before everybody may open it.</summary>
    public void MakeFile(string path)
    {
        var temporary = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetRandomFileName()}");
        File.WriteAllText(temporary, "");
        try
        {
            File.SetUnixFileMode(temporary, ReadWriteForAll);
            if (Posix.Link(temporary, path) is var error and not (0 or Posix.EEXIST))
                throw Posix.Failed("link", path, error);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>
    /// Everybody may write in the directory. Another user could put a link there to a file of this user, which would be emptied: a link is
    /// refused by the call that opens the file, since a check before it could be overtaken.
    /// </summary>
    public SafeFileHandle? TryTake(string path) => FileLock.TryTake(path);

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
}
