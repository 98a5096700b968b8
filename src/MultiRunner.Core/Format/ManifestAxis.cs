using System.Text.Json.Serialization;
using MultiRunner.Grids;

namespace MultiRunner.Format;

/// <summary>An axis as the manifest lists it.</summary>
/// <param name="Name">The parameter's name.</param>
/// <param name="Values">Its values, in order; null where they are drawn.</param>
/// <param name="Distribution">How its values are drawn, as the code says it; null where they are listed.</param>
internal sealed record ManifestAxis(
    [property: JsonRequired] string Name,
    [property: JsonConverter(typeof(OnOneLineConverter))] IReadOnlyList<CanonicalJson>? Values,
    string? Distribution = null)
{
    /// <summary>An axis of a grid, for the manifest.</summary>
    public static ManifestAxis Of(Axis axis) => axis.Distribution is { } distribution
        ? new ManifestAxis(axis.Parameter.Name, Values: null, distribution.Text)
        : new ManifestAxis(
            axis.Parameter.Name,
            [.. axis.Values.Select(value => new CanonicalJson(ArgumentJson.TryFormat(value, axis.Parameter.Type)!))]);

    /// <summary>Whether both have the same values, or values that are drawn in the same way.</summary>
    public bool Equals(ManifestAxis? other) =>
        other is not null
        && Name == other.Name
        && Distribution == other.Distribution
        && (Values ?? []).SequenceEqual(other.Values ?? []);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Distribution, Values?.Count);
}
