namespace MultiRunner.Grids;

/// <summary>The values of a parameter that are not listed one by one, but drawn.</summary>
internal interface IDistribution
{
    /// <summary>The distribution as the code writes it: <c>Uniform(0, 0.5)</c>.</summary>
    string Text { get; }

    /// <summary>The value at a coordinate: that share of all values lies below it.</summary>
    /// <param name="coordinate">From 0 to below 1.</param>
    object At(double coordinate);
}
