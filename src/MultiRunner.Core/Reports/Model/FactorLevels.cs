namespace MultiRunner.Reports.Model;

/// <summary>The values of one parameter, each with a number.</summary>
internal sealed class FactorLevels
{
    private readonly int factor;
    private readonly List<string> texts = [];
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    /// <param name="configurations">The configurations that have the values.</param>
    /// <param name="factor">The index of the parameter in their arguments.</param>
    public FactorLevels(IReadOnlyList<Configuration> configurations, int factor)
    {
        this.factor = factor;
        foreach (var text in configurations.Select(c => c.Arguments[factor]?.Text).OfType<string>())
        {
            if (numbers.TryAdd(text, texts.Count))
                texts.Add(text);
        }
    }

    /// <summary>The number of the value that a configuration has, or -1 when it has none.</summary>
    public int Of(Configuration configuration) => configuration.Arguments[factor] is { } value ? numbers[value.Text] : -1;

    /// <summary>The value with a number.</summary>
    public string Text(int level) => texts[level];
}
