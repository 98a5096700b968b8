namespace MultiRunner.Reports.Model;

/// <summary>The status of several sweeps, for a program.</summary>
/// <param name="Sweeps">Each of them.</param>
internal sealed record StatusDocument(IReadOnlyList<SweepStatus> Sweeps)
{
    /// <summary>Version of the format.</summary>
    public int Format { get; } = 1;
}
