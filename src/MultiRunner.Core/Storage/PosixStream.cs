namespace MultiRunner.Storage;

/// <summary>Writes to an open file by calls of the C library. Whoever opened the file closes it.</summary>
/// <param name="file">The descriptor.</param>
/// <param name="path">The file's path, for messages.</param>
internal sealed class PosixStream(int file, string path) : Stream
{
    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (Posix.WriteAll(file, buffer) is var error and not 0)
            throw Posix.Failed("write", path, error);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
        // Every write has gone to the kernel at once.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
