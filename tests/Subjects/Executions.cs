using System.Globalization;
using MultiRunner;
using Xunit;

namespace Subjects;

/// <summary>How the tests see, from outside, which points really ran.</summary>
internal static class Executions
{
    /// <summary>Leaves a file of a name of its own, <c>method.point.worker.random</c>, for the execution that is going on.</summary>
    public static void Note()
    {
        if (Environment.GetEnvironmentVariable("SUBJECTS_EXECUTIONS") is { } directory)
            File.WriteAllText(Path.Combine(directory, $"{TestContext.Current.TestMethod?.MethodName}.{Sweep.Current.Point}.{Sweep.Current.Worker}.{Path.GetRandomFileName()}"), "");
    }

    /// <summary>Waits for the file that the test names, if it names one.</summary>
    public static void AwaitGate()
    {
        for (var look = 0; look < 2400 && Environment.GetEnvironmentVariable("SUBJECTS_GATE") is { } gate && !File.Exists(gate); look++)
            Thread.Sleep(100);
    }

    /// <summary>Leaves such a file for something that is no execution of a point.</summary>
    public static void NoteOf(string what)
    {
        if (Environment.GetEnvironmentVariable("SUBJECTS_EXECUTIONS") is { } directory)
            File.WriteAllText(Path.Combine(directory, $"{what}.0.none.{Path.GetRandomFileName()}"), "");
    }

    /// <summary>Waits until as many workers have joined as the test starts, so that each of them gets a share.</summary>
    public static void AwaitWorkers()
    {
        if (Environment.GetEnvironmentVariable("SUBJECTS_WORKERS") is not { } number)
            return;
        var workers = Path.Combine(Sweep.Current.CheckpointDirectory, "..", "..", "workers");
        for (var look = 0; look < 2400 && Directory.GetFiles(workers, "*.json").Length < int.Parse(number, CultureInfo.InvariantCulture); look++)
            Thread.Sleep(100);
        Thread.Sleep(50);
    }
}
