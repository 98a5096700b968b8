namespace MultiRunner.Filtering;

/// <summary>Where the values of a name come from.</summary>
internal enum FilterSource
{
    /// <summary>A parameter of the method.</summary>
    Parameter,

    /// <summary>What is known of a point besides its arguments and metrics.</summary>
    Property,

    /// <summary>A number of its result.</summary>
    Metric,
}
