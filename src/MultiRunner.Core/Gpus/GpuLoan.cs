using System.Text;
using Microsoft.Win32.SafeHandles;

namespace MultiRunner.Gpus;

/// <summary>
/// Files that are open for this process alone, one for each GPU. The operating system closes them when the process dies, in whatever
/// way it dies.
/// </summary>
internal sealed class GpuLoan(IReadOnlyList<Gpu> gpus, IReadOnlyList<SafeFileHandle> files, SafeFileHandle? directory, string holder)
    : IGpuLoan
{
    private int holders = 1;
    private int returned;

    public IReadOnlyList<Gpu> Gpus => gpus;

    public void Note(int point) => Write(FormattableString.Invariant($"{holder}, point {point}\n"));

    /// <summary>Whether nobody uses the GPUs any more.</summary>
    public bool IsOver => Volatile.Read(ref holders) == 0;

    /// <summary>Whether the attempt was given up and goes on nevertheless.</summary>
    public bool IsAbandoned => Volatile.Read(ref returned) == 1 && !IsOver;

    public IDisposable Hold()
    {
        Interlocked.Increment(ref holders);
        return new Holder(this);
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref returned, 1) == 0)
            Release();
    }

    private void Release()
    {
        if (Interlocked.Decrement(ref holders) != 0)
            return;
        Write("");
        foreach (var file in files)
            file.Dispose();
        directory?.Dispose();
    }

    private void Write(string note)
    {
        try
        {
            foreach (var file in files)
            {
                RandomAccess.SetLength(file, 0);
                RandomAccess.Write(file, Encoding.UTF8.GetBytes(note), 0);
            }
        }
        catch (IOException)
        {
            // The disk is full. Nobody can read who holds the GPUs, but they are held.
        }
    }

    private sealed class Holder(GpuLoan loan) : IDisposable
    {
        public void Dispose() => loan.Release();
    }
}
