using System.Text;

namespace MultiRunner.Storage;

/// <summary>
/// Paths below one directory as the C library takes them: in UTF-8, with a zero at the end. A point needs nine of them, and one of a
/// usual length is made on the stack of the caller.
/// </summary>
/// <param name="root">The absolute path of the directory.</param>
internal sealed class PosixPaths(string root)
{
    /// <summary>How many bytes a caller lends for a path.</summary>
    public const int UsualLength = 512;

    private readonly byte[] prefix = Encoding.UTF8.GetBytes($"{root}/");

    /// <summary>The full path of something below the directory.</summary>
    /// <param name="path">Its path relative to the directory.</param>
    /// <param name="lent">Where the path is put if there is room for it.</param>
    public ReadOnlySpan<byte> Of(string path, Span<byte> lent)
    {
        var most = prefix.Length + Encoding.UTF8.GetMaxByteCount(path.Length) + 1;
        var bytes = most <= lent.Length ? lent : new byte[most];
        prefix.CopyTo(bytes);
        var length = prefix.Length + Encoding.UTF8.GetBytes(path, bytes[prefix.Length..]);
        bytes[length] = 0;
        return bytes[..(length + 1)];
    }

    /// <summary>A path for people.</summary>
    public static string Text(ReadOnlySpan<byte> path) => Encoding.UTF8.GetString(path[..^1]);
}
