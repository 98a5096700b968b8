using System.Globalization;
using MultiRunner.Format;
using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Reading;

/// <summary>Finds the files that results have beside them. Points without any cost nothing.</summary>
internal sealed class ArtifactReader
{
    private readonly HashSet<int> withFiles;

    private ArtifactReader(HashSet<int> withFiles) => this.withFiles = withFiles;

    /// <summary>Lists which points have files.</summary>
    /// <param name="source">Reads the directory; after the states, since files are in their place before their point is finished.</param>
    public static async ValueTask<ArtifactReader> Of(ReportSource source)
    {
        var names = await source.List(SweepLayout.ArtifactsFolder).ConfigureAwait(false);
        return new ArtifactReader([.. names.Select(PointOf).OfType<int>()]);
    }

    /// <summary>A point with its files; as it is when it has none, or is not finished.</summary>
    /// <param name="source">Lists the files.</param>
    /// <param name="point">The point.</param>
    /// <param name="file">Its state file.</param>
    public async ValueTask<ReportPoint> Complete(ReportSource source, ReportPoint point, StateFile file)
    {
        if (point.State != PointState.Finished)
            return point;
        var folder = SweepLayout.Artifacts(point.Index);
        var files = file.State == PointState.Committed ? await OfCommitted(source, folder, file).ConfigureAwait(false)
            : withFiles.Contains(point.Index) ? await source.ListFiles(folder).ConfigureAwait(false)
            : [];
        if (files.Count == 0)
            return point;
        return point with
        {
            Artifacts = [.. files.Take(ReportPoint.MostArtifacts).Select(path => $"{folder}/{path}")],
            MoreArtifacts = files.Count > ReportPoint.MostArtifacts ? files.Count - ReportPoint.MostArtifacts : null,
        };
    }

    /// <remarks>
    /// The worker of a committed point may rename the directory of its attempt between two looks. Then the first look misses the
    /// files under their name, the second one misses them under that of the attempt, and the third one finds them.
    /// </remarks>
    private static async ValueTask<IReadOnlyList<string>> OfCommitted(ReportSource source, string folder, StateFile file)
    {
        foreach (var place in new[] { folder, SweepLayout.ArtifactsOfAttempt(file), folder })
        {
            if (await source.ListFiles(place).ConfigureAwait(false) is { Count: > 0 } files)
                return files;
        }

        return [];
    }

    private static int? PointOf(string name) =>
        int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var point) ? point : null;
}
