using System.Runtime.InteropServices;
using MultiRunner.Format;

namespace MultiRunner.Benchmarks;

/// <summary>A directory of one benchmark's own, on the disk that is to be measured; deleted in the end.</summary>
internal sealed partial class Scratch : IDisposable
{
    private int count;

    private Scratch(string root) => Root = root;

    public string Root { get; }

    /// <summary>A new directory below <paramref name="parent"/>; below the current one by default, for the usual place for temporary files is often memory.</summary>
    public static Scratch Under(string? parent)
    {
        var root = Path.Combine(Path.GetFullPath(parent ?? "."), $".benchmark-{Environment.ProcessId}");
        return new Scratch(Directory.CreateDirectory(root).FullName);
    }

    /// <summary>"ext4": the kind of file system that is measured.</summary>
    public string FileSystem => Machine.FileSystemOf(Root);

    /// <summary>An empty directory.</summary>
    public string New() => Directory.CreateDirectory(Path.Combine(Root, $"{count++}")).FullName;

    /// <summary>Writes out what earlier work left in the page cache, so that the next fsync does not have to.</summary>
    public static void Settle() => Sync();

    /// <summary>Makes sure that every point of a sweep was finished and has its result.</summary>
    public static void Check(string sweep, int points)
    {
        var finished = Directory.GetFiles(Path.Combine(sweep, SweepLayout.Ini), "*_finished").Length;
        var results = Directory.GetFiles(Path.Combine(sweep, SweepLayout.Results), "*.json").Length;
        if (finished != points || results != points)
            throw new InvalidOperationException($"{finished} points are finished and {results} have a result, but there are {points}.");
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Root, recursive: true);

    [LibraryImport("libc", EntryPoint = "sync")]
    private static partial void Sync();
}
