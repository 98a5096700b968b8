using MultiRunner.Format;

namespace MultiRunner.Cli.Tests;

/// <summary>A directory with sweep directories, each of no more than the folders that it is known by.</summary>
internal sealed class SweepTree : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("multirunner-tree-");

    public SweepTree(params string[] sweeps)
    {
        foreach (var sweep in sweeps)
        {
            root.CreateSubdirectory($"{sweep}/{SweepLayout.Ini}");
            root.CreateSubdirectory($"{sweep}/{SweepLayout.Results}");
        }
    }

    public string Path => root.FullName;

    public void Dispose() => root.Delete(recursive: true);
}
