namespace MultiRunner.Tests.NetworkFileSystems;

/// <summary>Tests with servers, clients and several workers: no other test of this project runs meanwhile, or it would be slowed down by them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Servers : ICollectionFixture<Gluster>, ICollectionFixture<Sshfs>, ICollectionFixture<Nfs>, ICollectionFixture<Hosts>
{
    public const string Name = "Network file systems";
}
