using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Reports.Model;
using MultiRunner.Scheduling;
using MultiRunner.Storage;

namespace MultiRunner.Reports.Reading;

/// <summary>
/// Reads how far a sweep has come. Changes nothing and never throws for what it finds: what is missing or cannot be read
/// becomes a warning.
/// </summary>
/// <param name="directory">The sweep directory.</param>
/// <param name="path">Its path, for people.</param>
/// <param name="me">The process that reads. It can tell of workers on its own system whether they are gone.</param>
/// <param name="time">Says what time it is.</param>
internal sealed class SweepStatusReader(ISharedDirectory directory, string path, WorkerIdentity me, TimeProvider time)
{
    // These are enough for the time left, and can be read while somebody waits.
    private const int MostResults = 256;

    /// <summary>
    /// Reads the status of the points that count: those of the newest code, as the manifest says. Without a manifest all count
    /// that have a state file.
    /// </summary>
    public ValueTask<SweepStatus> Read() => ReadOf(selected: null);

    /// <summary>Reads how far those points have come that a run of tests selected.</summary>
    /// <param name="selected">Their indices.</param>
    public ValueTask<SweepStatus> ReadSelected(IReadOnlyCollection<int> selected) => ReadOf(selected);

    private async ValueTask<SweepStatus> ReadOf(IReadOnlyCollection<int>? selected)
    {
        var look = await new SweepLookReader(directory).Read().ConfigureAwait(false);
        var clock = new ClaimClock(time);
        clock.Update(look);
        var model = new DurationModel();
        if ((selected ?? look.Points).Any(point => look.StateOf(point) is PointState.ToRun or PointState.Running))
        {
            var past = new PastDurations(directory, time, new Random(), MostResults);
            model = await past.Learn(CancellationToken.None).ConfigureAwait(false);
        }

        return new StatusSummary(path, me, time).Of(look, selected, clock, new TimeLeft(model));
    }
}
