using MultiRunner.Storage;

namespace MultiRunner.Cli.Exporting;

/// <summary>Files that nobody reads half of.</summary>
internal static class WholeFile
{
    // More links than any system follows.
    private const int MostLinks = 40;

    /// <summary>
    /// Writes beside the file and renames. The old file stays when that fails. A link stays, too, and what it leads to is replaced. What
    /// is no file of its own, such as a pipe, a device or the standard output of this process, is written to.
    /// </summary>
    /// <param name="file">The full path, in a directory that is there.</param>
    /// <param name="write">Writes the content.</param>
    public static void Write(string file, Action<Stream> write)
    {
        if (IsStream(file))
        {
            // What others write to the same output stays.
            using var stream = new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
            write(stream);
            return;
        }

        var link = new FileInfo(file);
        var target = link.LinkTarget is null ? file : link.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        var unfinished = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Guid.NewGuid():N}");
        var created = File.Create(unfinished);
        try
        {
            using (created)
                write(created);
            File.Move(unfinished, target, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>
    /// Whether a path leads to something that must not be replaced: a pipe, a device, or what a process has open. A path such as
    /// <c>/dev/stdout</c> leads to the latter through a link in <c>/proc</c>, even when that is a file.
    /// </summary>
    public static bool IsStream(string file)
    {
        if (!File.Exists(file))
            return false;
        if (OperatingSystem.IsLinux() && !FileStatus.Of(file).IsRegularFile)
            return true;
        var path = file;
        for (var links = 0; links < MostLinks && path is not null; links++)
        {
            // What lies in /dev/shm is in memory, and is a file like any other.
            if (path.StartsWith("/proc/", StringComparison.Ordinal)
                || (path.StartsWith("/dev/", StringComparison.Ordinal) && !path.StartsWith("/dev/shm/", StringComparison.Ordinal)))
                return true;
            path = File.ResolveLinkTarget(path, returnFinalTarget: false)?.FullName;
        }

        return false;
    }
}
