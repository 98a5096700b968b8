namespace MultiRunner.Tests.NetworkFileSystems;

/// <summary>
/// Tests with servers, clients and several workers, one after the other. They mostly wait for a network, so those of other collections
/// run meanwhile.
/// </summary>
[CollectionDefinition(Name)]
public sealed class Servers : ICollectionFixture<Gluster>, ICollectionFixture<Sshfs>, ICollectionFixture<Nfs>, ICollectionFixture<Hosts>
{
    public const string Name = "Network file systems";
}
