namespace MultiRunner.Reports.Model;

/// <summary>The levels of one parameter, each with a number.</summary>
internal sealed class FactorLevels
{
    private readonly int factor;
    private readonly ParameterLevels levels;
    private readonly List<ValueLevel> found = [];
    private readonly Dictionary<ValueLevel, int> numbers = [];

    /// <param name="configurations">The configurations that have the values.</param>
    /// <param name="factor">The index of the parameter in their arguments.</param>
    /// <param name="levels">What counts as one value of it.</param>
    public FactorLevels(IReadOnlyList<Configuration> configurations, int factor, ParameterLevels levels)
    {
        this.factor = factor;
        this.levels = levels;
        foreach (var configuration in configurations)
        {
            if (configuration.Arguments[factor] is { } value && numbers.TryAdd(levels.Of(value), found.Count))
                found.Add(levels.Of(value));
        }
    }

    /// <summary>The number of the level that a configuration has, or -1 when it has none.</summary>
    public int Of(Configuration configuration) => configuration.Arguments[factor] is { } value ? numbers[levels.Of(value)] : -1;

    /// <summary>The level with a number.</summary>
    public ValueLevel Level(int number) => found[number];
}
