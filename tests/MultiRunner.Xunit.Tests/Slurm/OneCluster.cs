namespace MultiRunner.Tests.Slurm;

/// <summary>Tests with a cluster: nothing else runs meanwhile, or it would be slowed down by them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class OneCluster : ICollectionFixture<SlurmCluster>
{
    public const string Name = "Slurm";
}
