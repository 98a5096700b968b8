using MultiRunner.Format;

namespace MultiRunner.Reports.Model;

/// <summary>A worker as one look shows it. Only a process on the same host can tell at once whether it lives.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Host">Its host.</param>
/// <param name="State">
/// What it last said of itself, <c>running</c>, <c>stopped</c> or <c>exited</c>; or <c>lost</c> when others recorded that it died,
/// or when it was a process of this system that is gone.
/// </param>
/// <param name="Silent">
/// Whether its record is older than seven of its heartbeats, by its clock and this one's: then it may be dead, or the clocks
/// differ. False once it has exited or is lost.
/// </param>
/// <param name="Running">
/// The points that it has claimed, as the state files say. A point of another worker that it runs, too, is not among them.
/// </param>
/// <param name="Finished">Points that it finished.</param>
/// <param name="Errors">Its failed attempts.</param>
/// <param name="Started">When it joined, by its own clock.</param>
/// <param name="LastSeen">When it wrote that, by its own clock.</param>
/// <param name="Reason">Why it stopped, or null.</param>
internal sealed record StatusWorker(
    string Id,
    string Host,
    string State,
    bool Silent,
    IReadOnlyList<int> Running,
    int Finished,
    int Errors,
    DateTimeOffset Started,
    DateTimeOffset LastSeen,
    string? Reason)
{
    /// <summary>Whether it seems to take part: it is neither gone nor silent.</summary>
    public bool Live => !Silent && State is (WorkerStates.Running or WorkerStates.Stopped);
}
