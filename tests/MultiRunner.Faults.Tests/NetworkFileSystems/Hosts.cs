using MultiRunner.Tests.Faults;

namespace MultiRunner.Tests.NetworkFileSystems;

/// <summary>
/// Hosts on one GlusterFS volume: processes of this machine with a network, a host name, mounts and process ids of their
/// own. GlusterFS has its own settings.
/// </summary>
public sealed class Hosts() : NetworkFileSystem("hosts.sh", "/dev/fuse", "glusterd", "glusterfs", "ip", "nsenter")
{
    /// <summary>Makes a checkout on the volume, and restores it on one host.</summary>
    internal Task<Checkout> CheckOut() => Checkout.Make("Steady.cs", Path.Combine(Location, "mount", Path.GetRandomFileName()), Path.Combine(Location, "packages"), On(1));

    /// <summary>The sweeps of a checkout, where the server keeps them.</summary>
    internal TempRoot RootOf(Checkout checkout) => RootIn("brick", Path.GetFileName(checkout.Path), "sweeps");

    /// <summary>Boots a host and starts <c>dotnet test</c> in the checkout.</summary>
    /// <param name="host">1 or 2; its name is <c>host-N</c>.</param>
    /// <param name="checkout">The checkout.</param>
    /// <param name="root">Where its files go.</param>
    /// <param name="environment">Further environment variables.</param>
    internal WorkerProcess Start(int host, Checkout checkout, TempRoot root, params IReadOnlyList<(string Name, string? Value)> environment) =>
        WorkerProcess.StartIn(root, checkout.Path, On(host), environment);

    /// <summary>Pulls the network cable of a host.</summary>
    public Task Cut(int host) => Run("cut", $"{host}");

    /// <summary>Plugs it in again.</summary>
    public Task Join(int host) => Run("join", $"{host}");

    private string[] On(int host) => [Script, "on", Location, $"{host}"];
}
