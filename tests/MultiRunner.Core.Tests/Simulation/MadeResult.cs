namespace MultiRunner.Core.Tests.Simulation;

/// <summary>What one successful execution returned.</summary>
internal sealed record MadeResult(string Worker, byte[] Content)
{
    public bool HasArtifacts { get; set; }
}
