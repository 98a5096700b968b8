namespace MultiRunner.Grids;

/// <summary>How the points of a grid were chosen from its space, for those who read results.</summary>
/// <param name="Sampling">Which points were taken.</param>
/// <param name="Samples">How many were drawn; null where none were.</param>
/// <param name="Seed">The seed of the draw; null where nothing was drawn.</param>
/// <param name="Combinations">
/// The number of combinations before constraints, conditions and sampling. Where points are drawn, these are configurations without their
/// repeats. It is null where it is not finite, or above 3.4e38.
/// </param>
/// <param name="Rules">The constraints by name.</param>
/// <param name="ExtraRows">How many points stand beside the space.</param>
internal sealed record GridOrigin(
    Sampling Sampling, int? Samples, int? Seed, UInt128? Combinations, IReadOnlyList<string> Rules, int ExtraRows)
{
    /// <summary>The conditions by name, each with its parameter.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];
}
