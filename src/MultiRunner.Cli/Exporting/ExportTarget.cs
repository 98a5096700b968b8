using MultiRunner.Reports.Exporting;
using MultiRunner.Storage;

namespace MultiRunner.Cli.Exporting;

/// <summary>Where an export goes.</summary>
/// <param name="format">Its format.</param>
/// <param name="path">The full path that <c>--output</c> gives; null for standard output.</param>
/// <param name="given">The same as it was given.</param>
internal sealed class ExportTarget(ExportFormat format, string? path, string? given)
{
    private const string NameOfAll = "sweeps";

    private bool IsDirectory => path is not null && (given![^1] is '/' or '\\' || Directory.Exists(path));

    /// <summary>Checks that no two sweeps are written into one file that takes one.</summary>
    /// <exception cref="UsageException">They would be.</exception>
    public void Check(IReadOnlyList<string> sweeps)
    {
        if (format.TakesSeveral || sweeps.Count == 1)
            return;
        if (!IsDirectory)
        {
            throw new UsageException(
                $"A document of the format {format.Name} holds one sweep, but there are {sweeps.Count}: {Listed(sweeps)}. Give one of "
                + "them as PATH, or a directory that ends with a slash as --output.");
        }

        var same = sweeps.GroupBy(sweep => FileOf([sweep])!, FileNames.Comparer).Where(group => group.Count() > 1).ToList();
        if (same.Count > 0)
        {
            var facts = string.Join("; ", same.Select(group => $"'{group.Key}' would be that of {Listed(group)}"));
            throw new UsageException(
                $"Each sweep is exported to a file with the name of its directory, but {facts}. Export them one by one, with another "
                + "--output for each.");
        }
    }

    private static string Listed(IEnumerable<string> sweeps) => string.Join(", ", sweeps.Select(sweep => $"'{sweep}'"));

    /// <summary>The file for some sweeps; null for standard output.</summary>
    public string? FileOf(IReadOnlyList<string> sweeps)
    {
        if (!IsDirectory)
            return path;
        var name = sweeps is [var only] ? Path.GetFileName(Path.TrimEndingDirectorySeparator(only)) : NameOfAll;
        return Path.Combine(path!, name + format.Extension);
    }
}
