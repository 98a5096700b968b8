using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace MultiRunner.Storage;

/// <summary>Files of this host on Windows. Who has one open shares it with nobody.</summary>
[SupportedOSPlatform("windows")]
internal sealed class WindowsHostFiles : IHostFiles
{
    public string PathOf(string name) => Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData), name);

    public void MakeDirectory(string path) => Directory.CreateDirectory(path);

    public SafeFileHandle? TryKeep(string directory) => null;

    public void MakeFile(string path)
    {
        using var made = File.Open(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
    }

    public SafeFileHandle? TryTake(string path)
    {
        try
        {
            return File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (FileInUse.IsSaidBy(e))
        {
            return null;
        }
    }
}
