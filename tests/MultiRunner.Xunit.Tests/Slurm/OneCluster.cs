namespace MultiRunner.Tests.Slurm;

/// <summary>Tests with a cluster, one after the other. Most of their time they wait for Slurm, so other tests run beside them.</summary>
[CollectionDefinition(Name)]
public sealed class OneCluster : ICollectionFixture<SlurmCluster>
{
    public const string Name = "Slurm";
}
