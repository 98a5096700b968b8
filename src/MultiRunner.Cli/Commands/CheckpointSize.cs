namespace MultiRunner.Cli.Commands;

/// <summary>Adds up the sizes of files.</summary>
internal static class CheckpointSize
{
    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
        IgnoreInaccessible = true,
    };

    /// <summary>
    /// The size of all files in a directory and below it, in bytes. What this user may not list, and what is deleted meanwhile, is left
    /// out. Links are not followed.
    /// </summary>
    public static long Of(string directory)
    {
        try
        {
            return new DirectoryInfo(directory).EnumerateFiles("*", Everything).Sum(SizeOf);
        }
        catch (DirectoryNotFoundException)
        {
            return 0;
        }
    }

    /// <summary>The size of a file; 0 when it is gone.</summary>
    public static long SizeOf(FileInfo file)
    {
        try
        {
            return file.Length;
        }
        catch (FileNotFoundException)
        {
            return 0;
        }
    }
}
