namespace MultiRunner.Tests.Slurm;

/// <summary>
/// Tests with a cluster, one after the other and with nothing else beside them: a requeued task was seen to fail at once, without a
/// word, when other tests kept the machine busy.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class OneCluster : ICollectionFixture<SlurmCluster>
{
    public const string Name = "Slurm";
}
