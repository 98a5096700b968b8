namespace MultiRunner.Storage;

/// <summary>Reads a whole file, and holds a large one only once.</summary>
internal static class PosixReader
{
    private const int Small = 4096;
    private const int Large = 1 << 20;

    /// <summary>The content of an open file from its beginning to its end.</summary>
    public static byte[] ReadAll(int file, string path)
    {
        var buffer = new byte[Small];
        var length = 0;
        Span<byte> next = stackalloc byte[1];
        while (true)
        {
            var isFull = length == buffer.Length;
            var read = Posix.ReadSome(file, isFull ? next : buffer.AsSpan(length), path);
            if (read == 0)
                return isFull ? buffer : buffer[..length];
            if (isFull)
            {
                Array.Resize(ref buffer, length < Large ? length * 4 : SizeOf(path) is var size && size > length ? size : length * 2);
                buffer[length] = next[0];
            }

            length += read;
        }
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
