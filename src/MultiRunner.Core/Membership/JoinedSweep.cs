using System.Text;
using MultiRunner.Format;
using MultiRunner.Storage;

namespace MultiRunner.Membership;

/// <summary>
/// What a worker tells whoever started it about a sweep that it joined: a small file in the directory that the environment
/// variable <c>MULTIRUNNER_JOINED</c> names. Its name is the worker's id, a dot, and the name of the sweep directory; its
/// lines are the absolute path of that, and the points that were selected to be run.
/// </summary>
/// <param name="Worker">The id of the worker.</param>
/// <param name="Directory">The absolute path of the sweep directory.</param>
/// <param name="Selected">The points that the worker was asked to run.</param>
internal sealed record JoinedSweep(string Worker, string Directory, IReadOnlyCollection<int> Selected)
{
    /// <summary>The environment variable.</summary>
    public const string Variable = "MULTIRUNNER_JOINED";

    /// <summary>Writes the file. That it cannot be written is ignored: the sweep does not need it.</summary>
    /// <param name="folder">Where; null: nobody wants to know.</param>
    public async ValueTask TryWrite(string? folder)
    {
        if (string.IsNullOrWhiteSpace(folder))
            return;
        try
        {
            // Renamed into place, so that no reader sees half of it.
            var files = new FileSystemDirectory(folder);
            var name = $"{Worker}.{Path.GetFileName(Directory)}";
            var text = $"{Directory}\n{PointRanges.Format(Selected)}\n";

            // The worker's id is in the name already. Once more would make it longer than some file systems allow.
            var temporary = $"{SweepLayout.Temporary}{name}";
            await files.Write(temporary, Encoding.UTF8.GetBytes(text)).ConfigureAwait(false);
            await files.TryRename(temporary, name).ConfigureAwait(false);
        }
        catch (Exception e) when (e is SharedDirectoryException or ArgumentException or NotSupportedException)
        {
            // Whoever started this worker sees less of it.
        }
    }

    /// <summary>Reads all files in a folder; what is not such a file is passed over.</summary>
    public static async ValueTask<IReadOnlyList<JoinedSweep>> ReadAll(string folder)
    {
        var files = new FileSystemDirectory(folder);
        var joined = new List<JoinedSweep>();
        foreach (var name in (await files.List("").ConfigureAwait(false)).Order(StringComparer.Ordinal))
        {
            if (name.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot
                && await files.TryRead(name).ConfigureAwait(false) is { } content
                && Encoding.UTF8.GetString(content).Split('\n') is [var directory, var selected, ..]
                && PointRanges.TryParse(selected, out _) is { } points)
            {
                joined.Add(new JoinedSweep(name[..dot], directory, points));
            }
        }

        return joined;
    }
}
