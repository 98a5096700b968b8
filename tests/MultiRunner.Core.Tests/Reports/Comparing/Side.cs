using System.Globalization;
using MultiRunner.Format;
using MultiRunner.Grids;
using MultiRunner.Reports.Comparing;
using MultiRunner.Reports.Model;

namespace MultiRunner.Core.Tests.Reports.Comparing;

/// <summary>One side of a comparison, made in memory: a sweep over lr, with repeats by seed.</summary>
internal sealed class Side
{
    private readonly List<ReportPoint> points = [];
    private readonly string[] parameters;

    public Side(params string[] parameters) => this.parameters = parameters.Length == 0 ? ["lr", "seed"] : parameters;

    public string Sweep { get; init; } = "Samples.Training.Train";

    public string Label { get; init; } = "sweeps";

    public Objective? Objective { get; init; } = new("accuracy", Maximize: true);

    public string[] Repeats { get; init; } = ["seed"];

    /// <summary>Adds a configuration with a value for each seed; a value of null is a point that has failed.</summary>
    public Side With(double lr, params double?[] values)
    {
        for (var seed = 0; seed < values.Length; seed++)
            Point($$"""{"lr":{{lr.ToString(CultureInfo.InvariantCulture)}},"seed":{{seed}}}""", values[seed]);
        return this;
    }

    /// <summary>Adds a point; without a value it has failed.</summary>
    public Side Point(string arguments, double? value, PointState? state = null, double seconds = 2)
    {
        var key = new CanonicalJson(arguments);
        points.Add(new ReportPoint
        {
            Index = points.Count,
            State = state ?? (value is null ? PointState.Failed : PointState.Finished),
            Key = key,
            Arguments = PointArguments.InOrder(key, parameters),
            Metrics = value is { } number ? new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase) { [Objective?.Metric ?? "accuracy"] = number } : null,
            Seconds = value is null ? null : seconds,
        });
        return this;
    }

    /// <summary>Adds a point that skipped itself on every host with a worker.</summary>
    public Side Skipped(double lr, int seed)
    {
        Point($$"""{"lr":{{lr.ToString(CultureInfo.InvariantCulture)}},"seed":{{seed}}}""", null, PointState.ToRun);
        points[^1] = points[^1] with { Skips = [new ReportSkip("no GPU", "node-a-1-ff", "node-a", SweepOnDisk.Start)] };
        return this;
    }

    public ComparedSide Made => new(
        Label,
        new Manifest
        {
            Sweep = Sweep,
            Maker = "node-a",
            Created = SweepOnDisk.Start,
            Assembly = new AssemblyStamp("Samples", "1.0.0.0", "bd4fe603-be22-4445-a67d-4b67fa65e862"),
            Objective = Objective,
            Parameters = [.. parameters.Select(name => new ManifestParameter(name, "object", Repeats.Contains(name) ? true : null))],
            Current = [.. points.Select(p => p.Index)],
            Points = [.. points.Select(p => p.Key)],
        },
        SweepReport.Of(Sweep, SweepOnDisk.Start, Objective, parameters, [.. Repeats.Intersect(parameters)], null, points, [], [], null));

    public static SweepComparison Compare(Side before, Side after, params string[] conditions) =>
        SweepComparison.Of(before.Made, after.Made, MetricChoice.Own, [.. conditions.Select(FailConditionParser.Parse)]);
}
