using MultiRunner.Format;

namespace MultiRunner.Reports.Model;

/// <summary>What one worker did in the sweep, as it last said itself.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Host">Its host.</param>
/// <param name="State">
/// <c>running</c>, <c>stopped</c> or <c>exited</c>, as it last said; or <c>lost</c> when it last said that it is running but
/// others recorded that it died.
/// </param>
/// <param name="Finished">Points that it finished.</param>
/// <param name="Errors">Its failed attempts.</param>
/// <param name="BusySeconds">Seconds that it spent in attempts.</param>
/// <param name="Started">When it joined, by its own clock.</param>
/// <param name="LastSeen">When it wrote that, by its own clock.</param>
/// <param name="Build">The build of the user's code that it runs; null when its record does not say.</param>
/// <param name="Reason">Why it stopped, or null.</param>
internal sealed record ReportWorker(
    string Id,
    string Host,
    string State,
    int Finished,
    int Errors,
    double BusySeconds,
    DateTimeOffset Started,
    DateTimeOffset LastSeen,
    AssemblyStamp? Build,
    string? Reason)
{
    /// <summary>The <see cref="State"/> of a worker whose death others recorded.</summary>
    public const string Lost = "lost";
}
