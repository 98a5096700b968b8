using MultiRunner.Format;

namespace MultiRunner.Cli.Tests.Commands;

/// <summary>A root with a copy of a sweep without a version, and with one of its version 2.</summary>
internal sealed class VersionedRoot : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("multirunner-versions-");

    public VersionedRoot(SweepOnDisk sweep)
    {
        Copy(sweep, "Samples.Training.Train");
        sweep.Edit(manifest => manifest with { Version = "2" });
        Copy(sweep, "Samples.Training.Train@2");
    }

    public string Path => root.FullName;

    public void Dispose() => root.Delete(recursive: true);

    /// <summary>The report of one of them, in Markdown.</summary>
    public string Report(string sweep) => File.ReadAllText(System.IO.Path.Combine(Path, sweep, SweepLayout.MarkdownReport));

    private void Copy(SweepOnDisk sweep, string name)
    {
        foreach (var file in sweep.Files())
        {
            var path = System.IO.Path.Combine(Path, name, file);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            File.Copy(sweep.FullPath(file), path);
        }
    }
}
