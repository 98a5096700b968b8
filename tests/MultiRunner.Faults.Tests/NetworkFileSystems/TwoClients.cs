namespace MultiRunner.Tests.NetworkFileSystems;

/// <summary>A file system of one server that is mounted twice on this machine, by clients with caches of their own.</summary>
/// <param name="script">The script that sets it up.</param>
/// <param name="served">The server's directory, relative to that of the script.</param>
/// <param name="programs">The programs that it needs.</param>
public abstract class TwoClients(string script, string served, params IReadOnlyList<string> programs) : NetworkFileSystem(script, "/dev/fuse", programs)
{
    /// <summary>A root of a test's own.</summary>
    public TempRoot MakeRoot() => RootIn(served);

    /// <summary>What makes a worker use the first client.</summary>
    public (string Name, string? Value) First(TempRoot root) => Through(root, "a");

    /// <summary>What makes a worker use the second client.</summary>
    public (string Name, string? Value) Second(TempRoot root) => Through(root, "b");
}
