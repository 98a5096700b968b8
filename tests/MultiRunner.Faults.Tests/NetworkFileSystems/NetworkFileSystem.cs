namespace MultiRunner.Tests.NetworkFileSystems;

/// <summary>A real network file system on this machine, set up by a script in tests/file-systems.</summary>
/// <param name="script">The script.</param>
/// <param name="device">The device file that its clients need.</param>
/// <param name="programs">The programs that it needs.</param>
public abstract class NetworkFileSystem(string script, string device, params IReadOnlyList<string> programs) : ScriptedServers("file-systems", script, programs)
{
    protected override void NeedMore() =>
        Requirements.Need(File.Exists(device), $"{device} is not there; load its kernel module, or give the container the device.");

    /// <summary>
    /// A root whose sweeps are looked at where the server keeps them, so that the test sees what is really there and not what
    /// a client has in its cache.
    /// </summary>
    /// <param name="directory">The server's directory, relative to that of the script.</param>
    protected TempRoot RootIn(string directory) => RootIn(directory, Path.GetRandomFileName());

    /// <summary>The same for a root that has its place in there.</summary>
    protected TempRoot RootIn(params string[] path) => new(Path.Combine([Location, .. path]));

    /// <summary>What makes a worker find the sweeps of a root through a mount.</summary>
    /// <param name="root">The root.</param>
    /// <param name="mount">The mount, relative to the script's directory.</param>
    protected (string Name, string? Value) Through(TempRoot root, string mount) =>
        ("MULTIRUNNER_ROOT", Path.Combine(Location, mount, Path.GetFileName(root.Sweeps)));
}
