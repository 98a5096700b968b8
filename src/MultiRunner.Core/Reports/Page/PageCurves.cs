using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;
using MultiRunner.Results;

namespace MultiRunner.Reports.Page;

/// <summary>The curves of the points on the page, by metric and row.</summary>
internal sealed class PageCurves
{
    /// <summary>How many values all curves of a page have at most together, so that a browser can still draw it.</summary>
    public const int MostValues = 350_000;

    private readonly IReadOnlyList<ReportPoint> points;
    private readonly int stride;
    private readonly bool isThinned;
    private readonly int all;
    private readonly HashSet<CurveSummary> shown = new(ReferenceEqualityComparer.Instance);

    /// <param name="points">The points, one for each row.</param>
    /// <param name="ranked">The same points, the best first: they keep their curves where there is no room for all.</param>
    public PageCurves(IReadOnlyList<ReportPoint> points, IEnumerable<ReportPoint> ranked)
    {
        this.points = points;
        var curves = points.SelectMany(p => p.Curves?.Values ?? []).ToList();
        var lengths = curves.ConvertAll(c => c.Samples?.Count ?? 0);
        var longest = lengths.DefaultIfEmpty().Max();
        stride = 1;
        while (stride < longest && lengths.Sum(length => (long)CountShown(length, stride)) > MostValues)
            stride++;
        isThinned = stride > 1 || curves.Any(c => c.Samples is { } samples && samples.Count < c.Steps);
        all = curves.Count(c => c.Samples is { Count: > 0 });
        Choose(ranked.SelectMany(p => p.Curves?.Values ?? []).Where(c => c.Samples is { Count: > 0 }));
    }

    /// <summary>What is left out, a sentence each.</summary>
    public IEnumerable<string> Left
    {
        get
        {
            if (shown.Count < all)
                yield return $"This page has {Display.Grouped((UInt128)shown.Count)} of {Display.Grouped((UInt128)all)} curves; "
                    + "results/POINT.json has all.";
            if (isThinned)
                yield return "Curves are thinned on this page; results/POINT.json has every value.";
        }
    }

    /// <summary>Writes the property <c>curves</c>; nothing when there are none.</summary>
    public void Write(PageJson json)
    {
        var metrics = points.SelectMany(p => p.Curves?.Keys ?? []).Distinct(MetricNames.Comparer).ToList();
        if (metrics.Count == 0)
            return;
        json.Object("curves", () =>
        {
            foreach (var metric in metrics)
                json.Object(metric, () => Write(json, metric));
        });
    }

    /// <summary>A curve is there whole or not at all: with two samples each there may still be too many.</summary>
    private void Choose(IEnumerable<CurveSummary> curves)
    {
        var values = 0L;
        foreach (var curve in curves)
        {
            values += CountShown(curve.Samples!.Count, stride);
            if (values > MostValues)
                return;
            shown.Add(curve);
        }
    }

    private void Write(PageJson json, string metric)
    {
        for (var row = 0; row < points.Count; row++)
        {
            if (points[row].Curves is { } curves && curves.TryGetValue(metric, out var curve) && shown.Contains(curve))
                json.Curve(Display.Number(row), Shown(curve), curve.Steps);
        }
    }

    /// <summary>How many samples <see cref="Shown"/> takes of a curve.</summary>
    private static int CountShown(int length, int stride) =>
        length == 0 ? 0 : ((length - 1) / stride) + 1 + ((length - 1) % stride == 0 ? 0 : 1);

    /// <summary>Every so many samples, and always the last one.</summary>
    private IReadOnlyList<CurvePoint> Shown(CurveSummary curve)
    {
        var samples = curve.Samples ?? [];
        return stride == 1 ? samples : [.. samples.Where((_, i) => i % stride == 0 || i == samples.Count - 1)];
    }
}
