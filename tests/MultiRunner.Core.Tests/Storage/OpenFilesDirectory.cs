using System.Runtime.Versioning;
using MultiRunner.Storage;

namespace MultiRunner.Core.Tests.Storage;

/// <summary>A directory in which some directories cannot be renamed now, as on Windows while a file below them is open.</summary>
/// <param name="inner">The directory itself.</param>
/// <param name="isOpen">Whether a file below a directory is open.</param>
[SupportedOSPlatform("windows")]
internal sealed class OpenFilesDirectory(ISharedDirectory inner, Func<string, bool> isOpen) : ISharedDirectory
{
    public ValueTask<bool> TryRename(string from, string to) => inner.TryRename(from, to);

    public ValueTask<bool> TryRenameDirectory(string from, string to) => isOpen(from)
        ? new(WindowsFileSystem.Answer(Win32.AccessDenied, $"{inner.Root}/{from}", $"{inner.Root}/{to}"))
        : inner.TryRenameDirectory(from, to);

    public ValueTask<byte[]?> TryRead(string path) => inner.TryRead(path);

    public ValueTask WriteDurable(string path, ReadOnlyMemory<byte> content) => inner.WriteDurable(path, content);

    public ValueTask Write(string path, ReadOnlyMemory<byte> content) => inner.Write(path, content);

    public ValueTask<IReadOnlyList<string>> List(string path) => inner.List(path);

    public ValueTask<IReadOnlyList<string>> ListFiles(string path) => inner.ListFiles(path);

    public ValueTask<bool> TryDelete(string path) => inner.TryDelete(path);

    public ValueTask CreateDirectory(string path) => inner.CreateDirectory(path);

    public ValueTask DeleteDirectory(string path) => inner.DeleteDirectory(path);
}
