using MultiRunner.Grids;

namespace MultiRunner.Filtering;

/// <summary>One point as a filter sees it. What the point does not have is null, and no comparison with it is true.</summary>
internal interface IPointValues
{
    /// <summary>The argument of a parameter.</summary>
    CanonicalJson? Argument(string parameter);

    /// <summary>A metric, by its exact name.</summary>
    double? Metric(string name);

    /// <summary>A property that is a text: state, worker, host or build.</summary>
    string? Text(PointProperty property);

    /// <summary>A property that is a number: point, seconds or attempt.</summary>
    double? Number(PointProperty property);
}
