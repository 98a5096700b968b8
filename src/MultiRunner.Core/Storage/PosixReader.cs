using System.Buffers;

namespace MultiRunner.Storage;

/// <summary>Reads a whole file, and holds a large one only once.</summary>
internal static class PosixReader
{
    private const int Small = 1 << 16;
    private const int Large = 1 << 20;

    /// <summary>The content of an open file from its beginning to its end.</summary>
    public static byte[] ReadAll(int file, string path)
    {
        // Nearly all files of a sweep fit into this buffer, so what is allocated for one of them is what it holds.
        var buffer = ArrayPool<byte>.Shared.Rent(Small);
        try
        {
            var length = Fill(file, path, buffer, 0);
            return length < buffer.Length ? buffer.AsSpan(0, length).ToArray() : ReadRest(file, path, buffer);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>The first bytes of an open file, as many as there are up to a number.</summary>
    public static byte[] ReadStart(int file, string path, int most)
    {
        var content = new byte[most];
        return Fill(file, path, content, 0) is var length && length < most ? content[..length] : content;
    }

    /// <summary>The content of a file of which the first bytes have been read.</summary>
    private static byte[] ReadRest(int file, string path, byte[] first)
    {
        var content = first;
        var length = first.Length;
        Span<byte> next = stackalloc byte[1];
        while (Posix.ReadSome(file, next, path) > 0)
        {
            var size = length < Large ? length * 4 : SizeOf(path) is var whole && whole > length ? whole : length * 2;
            content = Resized(content, length, size);
            content[length] = next[0];
            length = Fill(file, path, content, length + 1);
            if (length < content.Length)
                break;
        }

        return content != first && length == content.Length ? content : Resized(content, length, length);
    }

    /// <summary>Reads until the buffer is full or the file is at its end.</summary>
    /// <returns>How much of the buffer is filled.</returns>
    private static int Fill(int file, string path, byte[] buffer, int length)
    {
        while (length < buffer.Length && Posix.ReadSome(file, buffer.AsSpan(length), path) is var read and > 0)
            length += read;
        return length;
    }

    /// <summary>
    /// The first bytes in an array of another size. What lies behind them is not set to zero, for the file's bytes come there.
    /// </summary>
    private static byte[] Resized(byte[] bytes, int length, int size)
    {
        var resized = GC.AllocateUninitializedArray<byte>(size);
        bytes.AsSpan(0, length).CopyTo(resized);
        return resized;
    }

    /// <summary>
    /// The size of a file; 0 when it cannot be told. The open file may have another size, such as one that has been replaced.
    /// </summary>
    private static int SizeOf(string path)
    {
        try
        {
            return (int)Math.Min(new FileInfo(path).Length, Array.MaxLength);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }
}
