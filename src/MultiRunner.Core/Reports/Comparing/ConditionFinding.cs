using System.Text.Json.Serialization;
using MultiRunner.Grids;

namespace MultiRunner.Reports.Comparing;

/// <summary>A configuration that a condition has to do with.</summary>
/// <param name="Kind">What it has to do with it.</param>
/// <param name="Configuration">The configuration, compared by the metric of the condition.</param>
internal sealed record ConditionFinding(FindingKind Kind, [property: JsonIgnore] ComparedConfiguration Configuration)
{
    /// <summary>Its arguments by name.</summary>
    public IReadOnlyDictionary<string, CanonicalJson> Arguments => Configuration.Arguments;

    /// <summary>The mean after less the mean before; null when there is none after.</summary>
    public double? Difference => Configuration.Difference;

    /// <summary>The same in parts of the mean before; null when that is 0.</summary>
    public double? Relative => Configuration.Relative;
}
