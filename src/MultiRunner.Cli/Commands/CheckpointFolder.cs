namespace MultiRunner.Cli.Commands;

/// <summary>The checkpoints of one point, as they are on disk.</summary>
/// <param name="Point">The index of the point.</param>
/// <param name="Bytes">How large their files are together.</param>
/// <param name="Written">When one of them was written last.</param>
internal sealed record CheckpointFolder(int Point, long Bytes, DateTimeOffset Written)
{
    // A link may lead anywhere. It counts as a file, and what it leads to does not.
    private static readonly EnumerationOptions Everything = new() { IgnoreInaccessible = true, AttributesToSkip = default };

    /// <summary>Looks at a directory of checkpoints.</summary>
    public static CheckpointFolder Of(int point, DirectoryInfo directory)
    {
        var (bytes, written) = (0L, directory.LastWriteTimeUtc);
        var waiting = new Stack<DirectoryInfo>([directory]);
        while (waiting.TryPop(out var next))
        {
            foreach (var entry in EntriesOf(next))
            {
                written = entry.LastWriteTimeUtc > written ? entry.LastWriteTimeUtc : written;
                if (entry is FileInfo file)
                    bytes += file.LinkTarget is null ? CheckpointSize.SizeOf(file) : 0;
                else if (entry is DirectoryInfo { LinkTarget: null } folder)
                    waiting.Push(folder);
            }
        }

        return new CheckpointFolder(point, bytes, written);
    }

    /// <summary>What is in a directory; nothing when a rerun has just moved it.</summary>
    private static FileSystemInfo[] EntriesOf(DirectoryInfo directory)
    {
        try
        {
            return directory.GetFileSystemInfos("*", Everything);
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }
    }
}
