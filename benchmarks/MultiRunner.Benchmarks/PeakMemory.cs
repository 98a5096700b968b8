using System.Diagnostics;
using System.Globalization;

namespace MultiRunner.Benchmarks;

/// <summary>
/// The most memory that one of several processes holds at once (VmHWM, the most pages in memory since its program began). It is read
/// again and again while they run, since the kernel's account of an ended child is of no use: it begins before the exec, in the memory of
/// the process that started it, and so is never less than what this benchmark itself holds.
/// </summary>
internal sealed class PeakMemory : IDisposable
{
    private const int Milliseconds = 25;
    private const string Line = "VmHWM:";

    private readonly List<string> files;
    private readonly ManualResetEventSlim stop = new();
    private readonly Thread thread;
    private long kilobytes;

    /// <param name="processes">Processes that have been started, and so have begun their program.</param>
    public PeakMemory(IEnumerable<Process> processes)
    {
        files = [.. processes.Select(process => string.Create(CultureInfo.InvariantCulture, $"/proc/{process.Id}/status"))];
        thread = new Thread(Watch) { IsBackground = true };
        thread.Start();
    }

    /// <summary>The most so far.</summary>
    public double Megabytes => Interlocked.Read(ref kilobytes) / 1024.0;

    /// <inheritdoc/>
    public void Dispose()
    {
        stop.Set();
        thread.Join();
        stop.Dispose();
    }

    private void Watch()
    {
        do
        {
            foreach (var file in files)
                Interlocked.Exchange(ref kilobytes, Math.Max(kilobytes, Read(file)));
        }
        while (!stop.Wait(Milliseconds));
    }

    /// <summary>What a process has held at most; 0 when it has ended.</summary>
    private static long Read(string file)
    {
        try
        {
            var line = File.ReadLines(file).FirstOrDefault(line => line.StartsWith(Line, StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line[Line.Length..^"kB".Length], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
