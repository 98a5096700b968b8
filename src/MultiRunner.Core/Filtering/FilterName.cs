namespace MultiRunner.Filtering;

/// <summary>A name that a filter may use.</summary>
/// <param name="Name">The name.</param>
/// <param name="Kind">What its values are.</param>
/// <param name="Source">Where they come from.</param>
/// <param name="Type">The type in words, for messages.</param>
/// <param name="Property">The property, where it is one.</param>
internal sealed record FilterName(string Name, FilterKind Kind, FilterSource Source, string Type, PointProperty Property = default)
{
    /// <summary>The name with its source before it, which no other name is equal to.</summary>
    public string Qualified => Source switch
    {
        FilterSource.Parameter => $"argument.{Name}",
        FilterSource.Metric => $"metric.{Name}",
        _ => $"point.{Name}",
    };
}
