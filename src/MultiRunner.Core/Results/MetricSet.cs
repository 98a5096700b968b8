namespace MultiRunner.Results;

/// <summary>What one attempt has recorded so far. Safe for any thread.</summary>
/// <param name="returned">The names, as far as they are known, of what the method returns in the end.</param>
internal sealed class MetricSet(params IReadOnlyList<string> returned)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, string> spellings = returned.ToDictionary(name => name, MetricNames.Comparer);
    private readonly Dictionary<string, double> metrics = new(MetricNames.Comparer);
    private readonly Dictionary<string, string> details = new(MetricNames.Comparer);
    private readonly Dictionary<string, List<CurvePoint>> curves = new(MetricNames.Comparer);
    private bool isClosed;

    /// <summary>The numbers so far, in the order in which they first came.</summary>
    public Dictionary<string, double> Metrics
    {
        get
        {
            lock (gate)
                return new(metrics, MetricNames.Comparer);
        }
    }

    /// <summary>Everything, at one moment, after which nothing can be recorded any more.</summary>
    public RecordedValues Close()
    {
        lock (gate)
        {
            isClosed = true;
            return new RecordedValues(
                new(metrics, MetricNames.Comparer),
                details.Count == 0 ? null : new(details, MetricNames.Comparer),
                curves.Count == 0
                    ? null
                    : curves.ToDictionary(c => c.Key, c => (IReadOnlyList<CurvePoint>)[.. c.Value], MetricNames.Comparer));
        }
    }

    /// <summary>Checks names that are about to be recorded, all at once, so that one message names all that are wrong.</summary>
    /// <exception cref="ArgumentException">One cannot be shown, or differs from another one in case only.</exception>
    public void Check(IReadOnlyCollection<string> names)
    {
        lock (gate)
        {
            List<string> problems = [];
            if (names.Where(name => !MetricNames.CanBeShown(name)).Distinct().ToList() is [_, ..] unshown)
                problems.Add(MetricNames.NotShown(unshown));
            if (MetricNames.AmbiguousIn([.. spellings.Values, .. names.OfType<string>()]) is [_, ..] pairs)
                problems.Add(MetricNames.Ambiguous(pairs));
            if (problems.Count > 0)
                throw new ArgumentException(string.Join(' ', problems));
        }
    }

    /// <summary>Records a number; a later value of the same name replaces an earlier one.</summary>
    public void Record(string name, double value)
    {
        lock (gate)
            metrics[Admit(name, details)] = value;
    }

    /// <summary>Adds to a curve, whose last value is the metric of that name.</summary>
    public void Record(string name, double value, long step)
    {
        lock (gate)
        {
            var written = Admit(name, details);
            if (!curves.TryGetValue(written, out var curve))
                curves.Add(written, curve = []);
            curve.Add(new CurvePoint(step, value));
            metrics[written] = value;
        }
    }

    /// <summary>Records a text.</summary>
    public void RecordDetail(string name, string text)
    {
        lock (gate)
            details[Admit(name, metrics)] = text;
    }

    /// <summary>The name as it is written, if it can be recorded now.</summary>
    private string Admit<T>(string name, Dictionary<string, T> ofTheOtherKind)
    {
        if (isClosed)
            throw new InvalidOperationException(Messages.RecordedTooLate(name));
        if (!spellings.TryGetValue(name, out var spelled) || spelled != name)
        {
            Check([name]);
            spellings.Add(name, name);
        }

        var written = MetricNames.Written(name);
        return !ofTheOtherKind.ContainsKey(written)
            ? written
            : throw new ArgumentException(Messages.NumberAndText(name));
    }
}
