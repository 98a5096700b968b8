namespace MultiRunner.Cli.Exporting;

/// <summary>Files that nobody reads half of.</summary>
internal static class WholeFile
{
    /// <summary>Writes beside the file and renames. The old file stays when that fails.</summary>
    /// <param name="file">The full path, in a directory that is there.</param>
    /// <param name="write">Writes the content.</param>
    public static void Write(string file, Action<Stream> write)
    {
        var folder = Path.GetDirectoryName(file)!;
        var unfinished = Path.Combine(folder, $".{Path.GetFileName(file)}.{Guid.NewGuid():N}");
        var created = File.Create(unfinished);
        try
        {
            using (created)
                write(created);
            File.Move(unfinished, file, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
