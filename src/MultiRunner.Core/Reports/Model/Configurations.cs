using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using MultiRunner.Format;
using MultiRunner.Grids;
using MultiRunner.Results;
using MultiRunner.Statistics;

namespace MultiRunner.Reports.Model;

/// <summary>Puts the repeats of each configuration together.</summary>
/// <param name="parameters">The parameters of the report, in order.</param>
/// <param name="repeats">Those of them that only tell repeats apart.</param>
/// <param name="objective">What the points are judged by, or null.</param>
internal sealed class Configurations(IReadOnlyList<string> parameters, IReadOnlyCollection<string> repeats, Objective? objective)
{
    private readonly int[] factors = [.. Enumerable.Range(0, parameters.Count).Where(i => !repeats.Contains(parameters[i]))];

    /// <summary>The configurations of <paramref name="points"/>, in the order in which points first have them.</summary>
    public IReadOnlyList<Configuration> Of(IReadOnlyList<ReportPoint> points) => repeats.Count == 0
        ? [.. points.Select(p => Of(p.Key, p.Arguments, [p]))]
        : [.. points.GroupBy(IdentityOf, StringComparer.Ordinal).Select(Of)];

    private Configuration Of(IEnumerable<ReportPoint> repeated)
    {
        var members = repeated.ToArray();
        return Of(KeyOf(members[0]), ArgumentsOf(members[0]), members);
    }

    private Configuration Of(CanonicalJson key, IReadOnlyList<CanonicalJson?> arguments, ReportPoint[] members)
    {
        var measured = objective is null ? [] : members.Where(p => p.Metric(objective.Metric) is not null).ToList();
        var best = measured.Count == 0 ? null : measured.Aggregate((best, p) => objective!.IsBetter(Value(p), Value(best)) ? p : best);
        var hasBest = members.Length > 1 && best is not null && !double.IsNaN(Value(best));
        var seconds = members.Where(p => p.Seconds is not null).Select(p => p.Seconds!.Value).ToList();
        return new Configuration
        {
            Key = key,
            Arguments = arguments,
            Members = members,
            Finished = members.Count(p => p.State == PointState.Finished),
            Failed = members.Count(p => p.State == PointState.Failed),
            Objective = measured.Count == 0 ? null : SampleSummary.Of([.. measured.Select(Value)]),
            BestValue = hasBest ? Value(best!) : null,
            BestPoint = hasBest ? best!.Index : null,
            Metrics = MeansOf(members),
            Seconds = seconds.Count == 0 ? null : seconds.Average(),
        };
    }

    private double Value(ReportPoint point) => point.Metric(objective!.Metric)!.Value;

    private IReadOnlyList<CanonicalJson?> ArgumentsOf(ReportPoint point) => [.. factors.Select(i => point.Arguments[i])];

    /// <summary>A text that two points have in common when they differ in repeat parameters only. JSON has no NUL in it.</summary>
    private string IdentityOf(ReportPoint point) => string.Join('\0', factors.Select(i => point.Arguments[i]?.Text));

    private CanonicalJson KeyOf(ReportPoint point)
    {
        var json = new StringBuilder("{");
        foreach (var (name, value) in PointArguments.Of(point.Key).Where(a => !repeats.Contains(a.Key)))
        {
            var comma = json.Length > 1 ? "," : "";
            json.Append(comma).Append('"').Append(JsonEncodedText.Encode(name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)).Append("\":");
            json.Append(value.Text);
        }

        return new CanonicalJson(json.Append('}').ToString());
    }

    private static IReadOnlyDictionary<string, double> MeansOf(ReportPoint[] members)
    {
        if (members is [var only])
            return only.Metrics ?? new Dictionary<string, double>();
        var means = new Dictionary<string, double>(MetricNames.Comparer);
        var values = members.Where(p => p.Metrics is not null).SelectMany(p => p.Metrics!);
        foreach (var metric in values.GroupBy(m => m.Key, m => m.Value, MetricNames.Comparer))
            means[metric.Key] = SampleSummary.Of([.. metric]).Mean;
        return means;
    }
}
