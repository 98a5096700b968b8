namespace MultiRunner.Tests.NetworkFileSystems;

/// <summary>
/// NFS 4.2 with the client of the Linux kernel, on three machines that each have a kernel, a host name and a network card of
/// their own (user-mode Linux). Its settings are those that mount has by itself.
/// </summary>
public sealed class Nfs() : NetworkFileSystem("nfs.sh", "/dev/net/tun", "ganesha.nfsd", "linux.uml", "mount.nfs", "modprobe", "ip")
{
    /// <summary>A root of a test's own.</summary>
    public TempRoot MakeRoot() => RootIn("data");

    /// <summary>Boots a machine and starts a worker there.</summary>
    /// <param name="machine">1, 2 or 3; its name is <c>machine-N</c>.</param>
    /// <param name="root">Where its files go; it finds the sweeps through its mount.</param>
    /// <param name="filter">Which subjects, in the filter syntax of VSTest.</param>
    /// <param name="environment">Further environment variables.</param>
    internal WorkerProcess Start(int machine, TempRoot root, string filter, params IEnumerable<(string Name, string? Value)> environment) =>
        WorkerProcess.Start(
            Host.Executable,
            root,
            filter,
            prefix: [Script, "on", Location, $"{machine}", Path.GetDirectoryName(root.Reports)!],
            environment: [Through(root, "mount"), .. environment]);

    /// <summary>Pulls the network cable of a machine.</summary>
    public Task Cut(int machine) => Run("cut", $"{machine}");

    /// <summary>Plugs it in again.</summary>
    public Task Join(int machine) => Run("join", $"{machine}");

    /// <summary>Switches a machine off.</summary>
    public Task Kill(int machine) => Run("kill", $"{machine}");
}
