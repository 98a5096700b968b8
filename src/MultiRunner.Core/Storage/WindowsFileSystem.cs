using System.ComponentModel;
using System.Globalization;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace MultiRunner.Storage;

/// <summary>
/// Files by the calls of Windows. A file that is open may be refused to everybody else, so that errors which are final on other systems
/// pass here: a virus scanner, an indexer or a reader has the file for a moment.
/// </summary>
/// <param name="root">The absolute path of the sweep directory.</param>
[SupportedOSPlatform("windows")]
internal sealed class WindowsFileSystem(string root) : IFileSystem
{
    private const FileShare ForEverything = FileShare.ReadWrite | FileShare.Delete;
    private const int BufferSize = 65536;

    public bool TryRename(string from, string to)
    {
        // File.Move opens the file so that another process may open it for a rename, too. Two workers could both have opened 5_to_run, and
        // rename the one file one after the other; each would be told that it has won. Here the second one cannot open it.
        using var file = Win32.OpenToRename(Full(from));
        if (file.IsInvalid)
            return Win32.IsNotThere(Win32.LastError) ? false : throw Failed("rename", Full(from), Win32.LastError);
        var error = Win32.Rename(file, Full(to), replaces: true);
        return error == 0 ? true : throw Failed("rename", Full(from), error);
    }

    public bool TryRenameDirectory(string from, string to)
    {
        using var directory = Win32.OpenToRename(Full(from));
        if (directory.IsInvalid)
            return Win32.IsNotThere(Win32.LastError) ? false : throw Failed("rename", Full(from), Win32.LastError);
        return Answer(Win32.Rename(directory, Full(to), replaces: false), Full(from), Full(to));
    }

    /// <summary>
    /// What the error of the rename of a directory says: true for none, and false for a new name that is taken. ERROR_ACCESS_DENIED may
    /// stand for that name, and for a file below the directory that is open. The first is an answer, and the second passes: whoever took
    /// it for an answer would lose what is in the directory.
    /// </summary>
    public static bool Answer(int error, string from, string to)
    {
        var isTaken = error is Win32.AlreadyExists or Win32.FileExists || (error == Win32.AccessDenied && Path.Exists(to));
        return error == 0 || isTaken ? error == 0 : throw Failed("rename", from, error);
    }

    public byte[]? TryRead(string path) => Read(path, ReadAll);

    public byte[]? TryReadStart(string path, int most) => Read(path, file =>
    {
        var content = new byte[most];
        return content[..RandomAccess.Read(file, content, fileOffset: 0)];
    });

    public void Write(string path, ReadOnlySpan<byte> content, bool sync)
    {
        try
        {
            using var file = Create(Full(path));
            RandomAccess.Write(file, content, 0);
            RandomAccess.SetLength(file, content.Length);
            if (sync)
                RandomAccess.FlushToDisk(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failure(e, path);
        }
    }

    public void Write(string path, Action<Stream> write)
    {
        try
        {
            using var stream = new FileStream(Create(Full(path)), FileAccess.Write, BufferSize);
            write(stream);
            stream.SetLength(stream.Position);
        }
        catch (Exception e) when (e is (IOException or UnauthorizedAccessException) and not SharedDirectoryException)
        {
            throw Failure(e, path);
        }
    }

    public bool TryDelete(string path) => Win32.Delete(Full(path)) switch
    {
        0 => true,
        var error when Win32.IsNotThere(error) => false,
        var error => throw Failed("delete", Full(path), error),
    };

    public SharedDirectoryException Failure(Exception e, string path)
    {
        var error = Win32.ErrorOf(e);
        return new SharedDirectoryException(e.Message, error, Passes(error, Full(path)), e) { IsInUse = error == Win32.SharingViolation };
    }

    public SharedDirectoryException Explained(SharedDirectoryException e) => e;

    /// <summary>
    /// Opens a file so that it is there. CREATE_ALWAYS would be refused where the file is hidden, as Samba shows those whose names begin
    /// with a dot.
    /// </summary>
    private static SafeFileHandle Create(string path) =>
        File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read | FileShare.Delete);

    private byte[]? Read(string path, Func<SafeFileHandle, byte[]> read)
    {
        try
        {
            using var file = File.OpenHandle(Full(path), FileMode.Open, FileAccess.Read, ForEverything);
            return read(file);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failure(e, path);
        }
    }

    private static byte[] ReadAll(SafeFileHandle file)
    {
        var content = new byte[RandomAccess.GetLength(file)];
        var length = 0;
        while (true)
        {
            var read = RandomAccess.Read(file, content.AsSpan(length), length);
            length += read;
            if (read == 0 && length < content.Length)
                return content[..length];
            if (length == content.Length && RandomAccess.GetLength(file) <= length)
                return content;
            if (length == content.Length)
                Array.Resize(ref content, (int)Math.Min(RandomAccess.GetLength(file), Array.MaxLength));
        }
    }

    private string Full(string path) => $"{root}/{path}";

    private static SharedDirectoryException Failed(string call, string path, int error) => new(
        string.Create(CultureInfo.InvariantCulture, $"{call} of '{path}' failed: {new Win32Exception(error).Message} (error {error})"),
        error,
        Passes(error, path))
    {
        IsInUse = error == Win32.SharingViolation,
    };

    /// <summary>
    /// ERROR_ACCESS_DENIED may pass where something is there: it is open, or somebody has deleted it and somebody else has it open still.
    /// Where nothing is there, the right to make it is missing.
    /// </summary>
    private static bool Passes(int error, string path) =>
        Win32.IsTransient(error) || (error == Win32.AccessDenied && Path.Exists(path));
}
