namespace MultiRunner.Benchmarks.Peers;

/// <summary>The programs of other languages in <c>benchmarks/peers</c>, and whether they can run here.</summary>
internal static class PeerScripts
{
    /// <summary>The path of a script.</summary>
    public static string Path(string name) => System.IO.Path.GetFullPath(
        System.IO.Path.Combine(DotNet.Project("benchmarks/MultiRunner.Benchmarks"), "..", "..", "peers", name));

    /// <summary>What a command prints; null when there is no such program, or it fails.</summary>
    public static async ValueTask<string?> TryRun(string program, params string[] arguments)
    {
        try
        {
            var run = await ChildProcesses.Run([new ChildCommand(program, arguments)], new ChildWatch());
            return run.ExitCodes[0] == 0 ? run.Outputs[0] : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
