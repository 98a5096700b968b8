using System.Text;
using MultiRunner.Hosting;

namespace MultiRunner.Execution;

/// <summary>Where lines of progress can be seen without any setting. That depends on who runs the tests.</summary>
/// <param name="ByCases">Whether a test case that is reported takes a line along, as a warning.</param>
/// <param name="Write">Shows a line at once; null: nobody can see it.</param>
internal sealed record ProgressOutput(bool ByCases, Action<string>? Write)
{
    // xunit's own option for runners that read messages, and the name of the file in which they hand it over.
    private const string Automated = "-automated";
    private const string ResponseFile = "@@";

    /// <summary>
    /// The output of a process. VSTest shows a warning of a test case at once, and what the process writes to its error stream only with
    /// more verbosity than it has by default. A process that runs tests for people shows what it writes.
    /// </summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="observer">A host that shows the sweeps in its own way, or null.</param>
    /// <param name="console">Writes a line to the error stream.</param>
    public static ProgressOutput Of(IReadOnlyList<string> arguments, IRunObserver? observer, Action<string> console) =>
        observer is not null ? new ProgressOutput(ByCases: false, observer.ShowsProgress ? observer.Progress : null)
        : new ProgressOutput(ByCases: arguments.Contains(ResponseFile) || arguments.Contains(Automated), console);

    /// <summary>
    /// Writes to the process's own error stream: a test framework may have put another one in the place of <see cref="Console.Error"/>.
    /// </summary>
    public static void ToErrorStream(string line)
    {
        try
        {
            using var stream = Console.OpenStandardError();
            stream.Write(Encoding.UTF8.GetBytes($"{line}{Environment.NewLine}"));
        }
        catch (IOException)
        {
            // Nobody reads it.
        }
    }
}
