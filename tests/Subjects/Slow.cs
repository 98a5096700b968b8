using System.Globalization;
using MultiRunner;

namespace Subjects;

/// <summary>Points that take seconds and do not listen to their token.</summary>
public class Slow
{
    /// <summary>
    /// Takes three seconds, or a number that the test sets. It takes them in short naps, so that after a stop it takes the rest of its
    /// time, as a calculation would.
    /// </summary>
    [SweepTheory]
    public int Run([Range(1, 8, 1)] int n)
    {
        Executions.Note();
        var seconds = double.Parse(Environment.GetEnvironmentVariable("SUBJECTS_SECONDS") ?? "3", CultureInfo.InvariantCulture);
        for (var nap = 0; nap < seconds * 20; nap++)
            Thread.Sleep(50);
        return n;
    }

    /// <summary>It leaves no thread of the pool to anybody, and does not end.</summary>
    [SweepTheory]
    public void Starving([Range(1, 4, 1)] int n)
    {
        var threads = Environment.ProcessorCount;
        ThreadPool.SetMaxThreads(threads, threads);
        for (var i = 0; i < 100 + threads; i++)
            ThreadPool.UnsafeQueueUserWorkItem(_ => Thread.Sleep(Timeout.Infinite), null);
        Executions.Note();
        Thread.Sleep(Timeout.Infinite);
        GC.KeepAlive(n);
    }

    /// <summary>Whoever comes to the last point first is stuck there for ever.</summary>
    [SweepTheory]
    public int Stuck([Range(1, 6, 1)] int n)
    {
        Executions.Note();
        if (n == 6)
        {
            try
            {
                File.Open(Path.Combine(Sweep.Current.CheckpointDirectory, "stuck"), FileMode.CreateNew).Dispose();
                Thread.Sleep(Timeout.Infinite);
            }
            catch (IOException)
            {
                // Somebody is stuck already.
            }
        }

        Thread.Sleep(200);
        return n;
    }
}
