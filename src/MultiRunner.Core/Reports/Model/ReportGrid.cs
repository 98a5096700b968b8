using System.Text.Json.Serialization;
using MultiRunner.Format;

namespace MultiRunner.Reports.Model;

/// <summary>How the points of a sweep were chosen. What is empty is null, so that it is absent.</summary>
/// <param name="Sampling">The name of the <see cref="MultiRunner.Sampling"/>, or what another version says.</param>
/// <param name="Samples">How many points were drawn; null where none were.</param>
/// <param name="Seed">The seed of the draw; null where nothing was drawn.</param>
/// <param name="Combinations">
/// How many combinations there were before constraints, conditions and sampling; null where that is not finite, or above 3.4e38.
/// </param>
/// <param name="Points">How many points came of it, without the extra rows.</param>
/// <param name="Rules">What forbids combinations, by name.</param>
/// <param name="Conditions">What says that a parameter does not always matter, by name.</param>
/// <param name="ExtraRows">How many points stand beside the combinations.</param>
internal sealed record ReportGrid(
    string? Sampling,
    int? Samples,
    int? Seed,
    UInt128? Combinations,
    int Points,
    IReadOnlyList<string>? Rules,
    IReadOnlyList<string>? Conditions,
    int? ExtraRows)
{
    /// <summary>Whether a number of points was drawn.</summary>
    [JsonIgnore]
    public bool IsDrawn => Samples is not null;

    /// <summary>Whether points were chosen from those that are allowed, and not all combinations are among them.</summary>
    [JsonIgnore]
    public bool IsSample => Sampling is not (null or nameof(MultiRunner.Sampling.Grid)) && !HasAllCombinations;

    /// <remarks>Where points are drawn, both numbers are those of configurations without their repeats.</remarks>
    private bool HasAllCombinations => Combinations is { } all && all <= (UInt128)Math.Max(0, Samples ?? Points);

    /// <summary>What a manifest says; null when it says nothing.</summary>
    public static ReportGrid? Of(Manifest? manifest) => manifest?.Grid is { } grid
        ? new ReportGrid(
            grid.Sampling,
            grid.Samples,
            grid.Seed,
            grid.Combinations,
            Math.Max(0, manifest.Current.Count - (grid.ExtraRows ?? 0)),
            Some(grid.Rules),
            Some(grid.Conditions),
            grid.ExtraRows)
        : null;

    /// <summary>The names in a list. Somebody else may have written it, with null in it.</summary>
    private static List<string>? Some(IReadOnlyList<string?>? names) =>
        names?.OfType<string>().ToList() is { Count: > 0 } some ? some : null;
}
