using System.Collections.Concurrent;
using MultiRunner.Format;
using MultiRunner.Grids;
using MultiRunner.Reports.Model;
using MultiRunner.Results;

namespace MultiRunner.Reports.Reading;

/// <summary>
/// Makes the points of a report whole, whether they were read from results or from an earlier report. Names, values, workers and
/// builds repeat from point to point, so each of them is kept once. Safe for any thread.
/// </summary>
/// <param name="parameters">The names of the report's parameters.</param>
internal sealed class PointCompletion(IReadOnlyList<string> parameters)
{
    private readonly ConcurrentDictionary<string, string> texts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<AssemblyStamp, AssemblyStamp> builds = new();

    /// <summary>The point with its arguments in the order of the parameters, and with names that are compared without case.</summary>
    public ReportPoint Of(ReportPoint point) => point with
    {
        Arguments = [.. PointArguments.InOrder(point.Key, parameters).Select(Shared)],
        Metrics = IgnoringCase(point.Metrics),
        Curves = IgnoringCase(point.Curves),
        Worker = Shared(point.Worker),
        Host = Shared(point.Host),
        Build = point.Build is { } build ? builds.GetOrAdd(build, build) : null,
    };

    private CanonicalJson? Shared(CanonicalJson? value) => value is { } json ? new CanonicalJson(Shared(json.Text)!) : null;

    private string? Shared(string? text) => text is null ? null : texts.GetOrAdd(text, text);

    private Dictionary<string, T>? IgnoringCase<T>(IReadOnlyDictionary<string, T>? named)
    {
        if (named is null)
            return null;
        var copy = new Dictionary<string, T>(named.Count, MetricNames.Comparer);
        foreach (var (name, value) in named)
            copy[Shared(name)!] = value;
        return copy;
    }
}
