namespace MultiRunner.Tests.NetworkFileSystems;

/// <summary>GlusterFS with its own settings; besides, a small volume that can be filled.</summary>
public sealed class Gluster() : TwoClients("gluster.sh", "brick", "glusterd", "glusterfs", "ip")
{
    /// <summary>A root on the small volume.</summary>
    public TempRoot MakeSmallRoot() => RootIn("small-brick");

    /// <summary>What makes a worker use the first client of the small volume.</summary>
    public (string Name, string? Value) FirstSmall(TempRoot root) => Through(root, "small-a");

    /// <summary>What makes a worker use the second client of the small volume.</summary>
    public (string Name, string? Value) SecondSmall(TempRoot root) => Through(root, "small-b");

    /// <summary>Makes the small volume large enough for everything.</summary>
    public Task Grow() => Run("grow");
}
