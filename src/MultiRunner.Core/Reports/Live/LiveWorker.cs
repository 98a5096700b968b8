using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Live;

/// <summary>A worker as somebody sees it who watches.</summary>
/// <param name="Status">What it last wrote of itself.</param>
/// <param name="Finished">How many points it finished, by the results.</param>
/// <param name="Errors">How many of its attempts failed, by their records.</param>
/// <param name="Running">The points that it runs, what has been running for longest first.</param>
internal sealed record LiveWorker(StatusWorker Status, int Finished, int Errors, IReadOnlyList<LivePoint> Running);
