using System.Globalization;
using MultiRunner.Format;
using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Reading;

/// <summary>Finds out what finished points have left in the directory of checkpoints: one listing, and sizes only on request.</summary>
internal sealed class CheckpointReader(ReportSource source, Func<string, long>? sizeOf)
{
    /// <summary>The checkpoints of finished points; null when there are none.</summary>
    /// <param name="points">The points of the report.</param>
    /// <param name="earlier">What an earlier report says; its size is still right when as many points have checkpoints.</param>
    public async ValueTask<ReportCheckpoints?> Read(IReadOnlyList<ReportPoint> points, ReportCheckpoints? earlier = null)
    {
        var finished = points.Where(p => p.State == PointState.Finished).Select(p => p.Index).ToHashSet();
        var found = (await source.List(SweepLayout.CheckpointsFolder).ConfigureAwait(false))
            .Where(name => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var point) && finished.Contains(point))
            .ToList();
        if (found.Count == 0)
            return null;
        return new ReportCheckpoints(found.Count, sizeOf is null
            ? earlier?.Points == found.Count ? earlier.Bytes : null
            : found.Sum(name => sizeOf($"{SweepLayout.CheckpointsFolder}/{name}")));
    }
}
