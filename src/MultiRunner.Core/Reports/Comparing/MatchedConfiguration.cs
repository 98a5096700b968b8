using MultiRunner.Grids;
using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Comparing;

/// <summary>The points of both sides whose arguments are equal, apart from those of repeat parameters.</summary>
/// <param name="Arguments">The arguments in the order of the parameters; null where the points have none of that name.</param>
/// <param name="Before">The points of the first side; none where it has no such configuration.</param>
/// <param name="After">Those of the second side.</param>
internal sealed record MatchedConfiguration(
    IReadOnlyList<CanonicalJson?> Arguments, IReadOnlyList<ReportPoint> Before, IReadOnlyList<ReportPoint> After);
