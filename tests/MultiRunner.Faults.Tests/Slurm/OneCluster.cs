namespace MultiRunner.Tests.Slurm;

/// <summary>
/// Tests with a cluster, one after the other: its nodes have room for one task each. Those of other collections
/// run meanwhile.
/// </summary>
[CollectionDefinition(Name)]
public sealed class OneCluster : ICollectionFixture<SlurmCluster>
{
    public const string Name = "Slurm";
}
