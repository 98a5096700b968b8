namespace MultiRunner.Core.Tests;

/// <summary>A new directory on the real file system, deleted when it is disposed.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("multirunner-");

    public string Path => directory.FullName;

    public void Dispose() => directory.Delete(recursive: true);
}
