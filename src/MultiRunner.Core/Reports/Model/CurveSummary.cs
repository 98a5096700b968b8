using System.Text.Json.Serialization;
using MultiRunner.Format;
using MultiRunner.Results;

namespace MultiRunner.Reports.Model;

/// <summary>A curve in a few numbers; the whole curve is in <c>results/N.json</c>. Each value is <c>[step, value]</c>, as there.</summary>
/// <param name="Steps">How many values it has.</param>
/// <param name="First">The value that was recorded first, which may be NaN.</param>
/// <param name="Last">The value that was recorded last, which may be NaN.</param>
/// <param name="Best">
/// The best value, when the curve is of the objective's metric. Of equals it is the first one. Null when no value is a number.
/// </param>
/// <param name="Min">The lowest value, when the curve is of another metric. Null when no value is a number.</param>
/// <param name="Max">The highest value, when the curve is of another metric. Null when no value is a number.</param>
/// <param name="NotANumber">How many values are NaN; null when none is.</param>
internal sealed record CurveSummary(
    int Steps, CurvePoint? First, CurvePoint? Last, CurvePoint? Best, CurvePoint? Min, CurvePoint? Max, int? NotANumber)
{
    private const int AllSamples = 400_000;
    private const int FewestSamples = 8;
    private const int MostSamples = 200;

    /// <summary>
    /// Some of its values for a picture of it, evenly spread, with the first and the last; null when it has no value. How many of them
    /// there are depends on the number of points: <see cref="SamplesFor"/>.
    /// </summary>
    [JsonConverter(typeof(CurveSamplesConverter))]
    public IReadOnlyList<CurvePoint>? Samples { get; init; }

    /// <summary>The lowest value that is a number, whatever the objective is; null when there is none or it was not read.</summary>
    [JsonIgnore]
    public CurvePoint? Lowest { get; init; }

    /// <summary>The highest one, in the same way.</summary>
    [JsonIgnore]
    public CurvePoint? Highest { get; init; }

    /// <summary>How many values of each curve the report of a sweep keeps at most.</summary>
    /// <param name="points">How many points the report has.</param>
    public static int SamplesFor(int points) => Math.Clamp(AllSamples / Math.Max(1, points), FewestSamples, MostSamples);

    /// <summary>The numbers of a curve.</summary>
    /// <param name="range">What was read of it.</param>
    /// <param name="metric">Its metric.</param>
    /// <param name="objective">The objective of the report, or null.</param>
    public static CurveSummary Of(CurveRange range, string metric, Objective? objective) =>
        new CurveSummary(
            range.Steps, range.First, range.Last, Best: null, Min: null, Max: null, range.NotANumber == 0 ? null : range.NotANumber)
        {
            Samples = range.Steps == 0 ? null : range.Samples,
            Lowest = range.Min,
            Highest = range.Max,
        }
        .By(metric, objective);

    /// <summary>The same curve in a report with another objective. What a report that was read back does not say stays unknown.</summary>
    /// <param name="metric">Its metric.</param>
    /// <param name="objective">The objective, or null.</param>
    public CurveSummary By(string metric, Objective? objective)
    {
        var (lowest, highest) = (Lowest ?? Min, Highest ?? Max);
        return objective is not null && MetricNames.Comparer.Equals(metric, objective.Metric)
            ? this with { Best = objective.Maximize ? highest : lowest, Min = null, Max = null }
            : this with { Best = null, Min = lowest, Max = highest };
    }
}
