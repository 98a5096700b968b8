using System.Text.Json.Serialization;
using MultiRunner.Grids;

namespace MultiRunner.Format;

/// <summary>
/// How the points of the newest code were chosen, as the manifest says it. What is empty is null, so that it is absent. Nothing that works
/// on points depends on it.
/// </summary>
/// <param name="Sampling">
/// The name of the <see cref="MultiRunner.Sampling"/>. It is a text, so that a name which this version does not know makes no manifest
/// unreadable.
/// </param>
/// <param name="Samples">How many points were drawn; null where none were.</param>
/// <param name="Seed">The seed of the draw; null where nothing was drawn.</param>
/// <param name="Combinations">
/// How many combinations there were before constraints, conditions and sampling; null where that is not finite, or above 3.4e38.
/// </param>
/// <param name="Rules">What forbids combinations, by name.</param>
/// <param name="Conditions">What says that a parameter does not always matter, by name.</param>
/// <param name="ExtraRows">How many points stand beside the combinations.</param>
internal sealed record ManifestGrid(
    string? Sampling,
    int? Samples = null,
    int? Seed = null,
    [property: JsonConverter(typeof(CombinationsConverter))] UInt128? Combinations = null,
    IReadOnlyList<string>? Rules = null,
    IReadOnlyList<string>? Conditions = null,
    int? ExtraRows = null)
{
    /// <summary>What the manifest says of an origin; null when there is nothing to say.</summary>
    public static ManifestGrid? Of(GridOrigin? origin) => origin is null
        ? null
        : new ManifestGrid(
            origin.Sampling.ToString(),
            origin.Samples,
            origin.Seed,
            origin.Combinations,
            origin.Rules.Count == 0 ? null : origin.Rules,
            origin.Conditions.Count == 0 ? null : origin.Conditions,
            origin.ExtraRows == 0 ? null : origin.ExtraRows);

    /// <summary>Whether both say the same.</summary>
    public bool Equals(ManifestGrid? other) =>
        other is not null
        && (Sampling, Samples, Seed, Combinations, ExtraRows)
            == (other.Sampling, other.Samples, other.Seed, other.Combinations, other.ExtraRows)
        && (Rules ?? []).SequenceEqual(other.Rules ?? [])
        && (Conditions ?? []).SequenceEqual(other.Conditions ?? []);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Sampling, Samples, Seed, Combinations, ExtraRows);
}
