using MultiRunner.Format;

namespace MultiRunner.Reports.Reading;

/// <summary>How a sweep directory is read for a report.</summary>
internal sealed record ReadingOptions
{
    /// <summary>The build of the user's code in this process; null in a process without any, such as the tool.</summary>
    public AssemblyStamp? Build { get; init; }

    /// <summary>
    /// How many files are read at the same time. Over a network each read waits for answers of the server, and these waits need not
    /// come one after the other.
    /// </summary>
    public int FilesAtATime { get; init; } = 8;

    /// <summary>
    /// Adds up the size of all files in a directory of the sweep, in bytes. Null leaves sizes out: they need a look at every file, which
    /// workers that have only finished their points should not wait for.
    /// </summary>
    public Func<string, long>? SizeOf { get; init; }
}
