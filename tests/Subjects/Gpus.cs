using System.Globalization;
using MultiRunner;

namespace Subjects;

/// <summary>Sweeps whose points are lent GPUs. Each execution leaves a file that says which it had, and from when to when.</summary>
public class Gpus
{
    [SweepTheory(Gpus = 1)]
    public int One([Range(1, 18, 1)] int n) => Use(n, 150);

    [SweepTheory(Gpus = 2)]
    public int Two([Range(1, 6, 1)] int n) => Use(n, 100);

    [SweepTheory(Gpus = 4)]
    public int Four([Range(1, 3, 1)] int n) => Use(n, 0);

    /// <summary>With SUBJECTS_STUCK the first point never ends.</summary>
    [SweepTheory(Gpus = 1)]
    public int Stuck([Range(1, 3, 1)] int n) => Use(n, Environment.GetEnvironmentVariable("SUBJECTS_STUCK") is null ? 0 : Timeout.Infinite);

    /// <summary>Each point takes longer than it may, and does not listen.</summary>
#pragma warning disable xUnit1069 // Not to listen is what it is for.
    [SweepTheory(Gpus = 1, Timeout = 300, MaxAttempts = 1)]
    public async Task<int> Overtime([Range(1, 2, 1)] int n)
    {
        await Task.Yield();
        return Use(n, 1500);
    }
#pragma warning restore xUnit1069

    /// <summary>Asks for none itself: its process is to see one alone. No point ends before all that SUBJECTS_WORKERS counts have begun.</summary>
    [SweepTheory]
    public async Task<int> Visible([Range(1, 12, 1)] int n)
    {
        Executions.Note();
        var marks = Environment.GetEnvironmentVariable("SUBJECTS_EXECUTIONS")!;
        File.WriteAllText(Path.Combine(marks, $"visible.{n}"), Environment.GetEnvironmentVariable("CUDA_VISIBLE_DEVICES"));
        for (var look = 0; look < 1800; look++)
        {
            if (Directory.GetFiles(marks, "visible.*").Length >= int.Parse(Environment.GetEnvironmentVariable("SUBJECTS_WORKERS")!, CultureInfo.InvariantCulture))
                return n;
            await Task.Delay(100);
        }

        throw new TimeoutException("The other workers have not begun.");
    }

    private static int Use(int n, int milliseconds)
    {
        Executions.Note();
        var mark = Path.Combine(Environment.GetEnvironmentVariable("SUBJECTS_EXECUTIONS")!, $"gpus.{n}.{Path.GetRandomFileName()}");
        File.WriteAllText(mark, Mark([.. Sweep.Current.Gpus.Select(gpu => gpu.Index)]));
        Thread.Sleep(milliseconds);
        File.AppendAllText(mark, Mark());
        return n;
    }

    // Stopwatch counts from the start of the machine: two processes can be compared.
    private static string Mark(params int[] gpus) => string.Create(CultureInfo.InvariantCulture, $"{string.Join(',', gpus)};{TimeProvider.System.GetTimestamp()}\n");
}
