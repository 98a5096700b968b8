using System.Globalization;
using MultiRunner;

namespace Subjects;

/// <summary>How the tests see, from outside, which points really ran.</summary>
internal static class Executions
{
    /// <summary>Leaves a file of a name of its own, <c>N.worker.random</c>, for the execution that is going on.</summary>
    public static void Note()
    {
        if (Environment.GetEnvironmentVariable("SUBJECTS_EXECUTIONS") is { } directory)
            File.WriteAllText(Path.Combine(directory, $"{Sweep.Current.Point}.{Sweep.Current.Worker}.{Path.GetRandomFileName()}"), "");
    }

    /// <summary>Takes as long as the test wants, so that several processes get a share.</summary>
    public static void Pause()
    {
        if (Environment.GetEnvironmentVariable("SUBJECTS_PAUSE") is { } milliseconds)
            Thread.Sleep(int.Parse(milliseconds, CultureInfo.InvariantCulture));
    }
}
