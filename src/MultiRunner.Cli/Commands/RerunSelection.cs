using MultiRunner.Filtering;
using MultiRunner.Format;
using MultiRunner.Reports.Formatting;
using MultiRunner.Storage;

namespace MultiRunner.Cli.Commands;

/// <summary>Which points of a sweep are to run again. A point must fit everything that is given.</summary>
/// <param name="Points">Their indices, or null.</param>
/// <param name="Where">A filter, or null.</param>
/// <param name="OlderBuilds">Whether only those whose result is of another build than the newest one.</param>
/// <param name="Failed">Whether only those that failed.</param>
internal sealed record RerunSelection(int[]? Points, string? Where, bool OlderBuilds, bool Failed)
{
    /// <summary>Checks what can be checked without a look into the sweeps.</summary>
    /// <exception cref="UsageException">Nothing is selected, or indices are given for several sweeps.</exception>
    public void Require(IReadOnlyList<string> sweeps)
    {
        if (Points is null && Where is null && !OlderBuilds && !Failed)
        {
            throw new UsageException(
                "'multirunner rerun' puts back the points that are selected, but no selection is given. "
                + "Add --points, --where, --older-builds or --failed, such as --failed for all that failed.");
        }

        if (Points is not null && sweeps.Count > 1)
        {
            var all = string.Join(", ", sweeps.Select(s => $"'{s}'"));
            throw new UsageException(
                $"--points names points of one sweep, but there are {Display.Number(sweeps.Count)}: {all}. Give one of them as PATH.");
        }
    }

    /// <summary>The points of a sweep that are selected.</summary>
    /// <exception cref="UsageException">The sweep has no such points.</exception>
    public async ValueTask<IReadOnlyList<int>> Of(ISharedDirectory directory, Manifest manifest, TimeProvider time)
    {
        IReadOnlyList<int> selected = Points is null ? manifest.Current : Known(Points, manifest);
        if (Where is not null)
            selected = [.. selected.Intersect(await WherePoints.Select(Where, directory, manifest, time))];
        if (Failed)
        {
            var states = StateFile.LatestOf(await directory.List(SweepLayout.Ini));
            selected = [.. selected.Where(point => states.TryGetValue(point, out var file) && file.State == PointState.Failed)];
        }

        return OlderBuilds ? await new SweepBuilds(directory).OlderOf(selected) : selected;
    }

    private static List<int> Known(int[] points, Manifest manifest)
    {
        var wanted = points.Distinct().Order().ToList();
        if (wanted.Where(point => point >= manifest.Points.Count).ToList() is { Count: > 0 } outside)
        {
            throw new UsageException(
                $"--points takes the indices of points from 0 to {Display.Number(manifest.Points.Count - 1)}, but {manifest.Sweep} has no "
                + $"{Display.Points(outside)}. Correct the list.");
        }

        if (wanted.Except(manifest.Current).ToList() is { Count: > 0 } older)
        {
            throw new UsageException(
                $"The newest code of a sweep runs its points, but it does not have {Display.Points(older)}, which "
                + $"{(older.Count == 1 ? "is a point" : "are points")} of older code. {manifest.Sweep} has points "
                + $"{PointRanges.Format(manifest.Current)}. "
                + "Correct the list, or go back to the older code and start it once.");
        }

        return wanted;
    }
}
