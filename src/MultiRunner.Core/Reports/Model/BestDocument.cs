namespace MultiRunner.Reports.Model;

/// <summary>The best configurations of several sweeps, for a program.</summary>
/// <param name="Sweeps">Each of them.</param>
internal sealed record BestDocument(IReadOnlyList<BestOfSweep> Sweeps)
{
    /// <summary>Version of the format.</summary>
    public int Format { get; } = 1;
}
