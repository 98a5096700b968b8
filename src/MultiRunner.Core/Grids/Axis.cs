using MultiRunner.Grids.Drawing;

namespace MultiRunner.Grids;

/// <summary>One parameter and the values that it takes, in the order in which they were given.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Values">Its values, which have the type of the parameter. There are none where they are drawn.</param>
/// <param name="Distribution">How its values are drawn; null where they are listed.</param>
internal sealed record Axis(Parameter Parameter, IReadOnlyList<object?> Values, IDistribution? Distribution = null)
{
    /// <summary>How many values an axis may have: more are a mistake. It may have more of them than a sample has points.</summary>
    public const int MaxValues = 1_000_000;

    /// <summary>The group of axes that are walked in step with this one; null where it is crossed with all others.</summary>
    public string? Group { get; init; }
}
