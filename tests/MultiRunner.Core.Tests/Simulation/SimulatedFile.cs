namespace MultiRunner.Core.Tests.Simulation;

/// <summary>A file as the server knows it: an inode, whatever its name is just now.</summary>
internal sealed class SimulatedFile
{
    /// <summary>What it holds. Never changed in place: a write puts another array here.</summary>
    public byte[] Content { get; set; } = [];

    /// <summary>Whether it still has a name.</summary>
    public bool IsLinked { get; set; } = true;

    /// <summary>The client in whose memory the content lies and nowhere else: it is lost when that machine loses power.</summary>
    public SimulatedClient? NotSyncedBy { get; set; }
}
