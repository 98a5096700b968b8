namespace MultiRunner.Results;

/// <summary>What one attempt has recorded so far. Safe for any thread.</summary>
internal sealed class MetricSet
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, double> metrics = new(MetricNames.Comparer);
    private readonly Dictionary<string, string> details = new(MetricNames.Comparer);
    private readonly Dictionary<string, List<CurvePoint>> curves = new(MetricNames.Comparer);

    /// <summary>The numbers, in the order in which they first came.</summary>
    public Dictionary<string, double> Metrics
    {
        get
        {
            lock (gate)
                return new(metrics, MetricNames.Comparer);
        }
    }

    /// <summary>Texts beside the numbers, or null when there are none.</summary>
    public Dictionary<string, string>? Details
    {
        get
        {
            lock (gate)
                return details.Count == 0 ? null : new(details, MetricNames.Comparer);
        }
    }

    /// <summary>The curves, or null when there are none.</summary>
    public Dictionary<string, IReadOnlyList<CurvePoint>>? Curves
    {
        get
        {
            lock (gate)
                return curves.Count == 0 ? null : curves.ToDictionary(c => c.Key, c => (IReadOnlyList<CurvePoint>)[.. c.Value], MetricNames.Comparer);
        }
    }

    /// <summary>Records a number; a later value of the same name replaces an earlier one.</summary>
    public void Record(string name, double value)
    {
        lock (gate)
            metrics[MetricNames.Written(name)] = value;
    }

    /// <summary>Adds to a curve, whose last value is the metric of that name.</summary>
    public void Record(string name, double value, long step)
    {
        name = MetricNames.Written(name);
        lock (gate)
        {
            if (!curves.TryGetValue(name, out var curve))
                curves.Add(name, curve = []);
            curve.Add(new CurvePoint(step, value));
            metrics[name] = value;
        }
    }

    /// <summary>Records a text.</summary>
    public void RecordDetail(string name, string text)
    {
        lock (gate)
            details[MetricNames.Written(name)] = text;
    }
}
