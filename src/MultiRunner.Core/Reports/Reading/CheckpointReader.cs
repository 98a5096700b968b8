using System.Globalization;
using MultiRunner.Format;
using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Reading;

/// <summary>Finds out what finished points have left in the directory of checkpoints: one listing, and sizes only on request.</summary>
internal sealed class CheckpointReader(ReportSource source, Func<string, long>? sizeOf)
{
    /// <summary>The names of the directories of checkpoints that finished points have.</summary>
    /// <param name="finished">The finished points.</param>
    public async ValueTask<IReadOnlyList<string>> Folders(IEnumerable<int> finished)
    {
        var names = await source.List(SweepLayout.CheckpointsFolder).ConfigureAwait(false);
        if (names.Count == 0)
            return names;
        var points = finished.ToHashSet();
        return
        [
            .. names.Where(name =>
                int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var point) && points.Contains(point)),
        ];
    }

    /// <summary>What a report says of them; null when there are none.</summary>
    /// <param name="folders">Their names.</param>
    /// <param name="earlier">What an earlier report says; its size is still right when as many points have checkpoints.</param>
    public ReportCheckpoints? Of(IReadOnlyList<string> folders, ReportCheckpoints? earlier = null)
    {
        if (folders.Count == 0)
            return null;
        return new ReportCheckpoints(folders.Count, sizeOf is null
            ? earlier?.Points == folders.Count ? earlier.Bytes : null
            : folders.Sum(name => sizeOf($"{SweepLayout.CheckpointsFolder}/{name}")));
    }
}
