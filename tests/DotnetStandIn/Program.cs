using System.Diagnostics;

namespace MultiRunner.Tests.StandIns;

/// <summary>Stands in for <c>dotnet</c> where there is no SDK: it builds nothing, and its <c>test</c> runs the subjects.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        if (arguments[0] == "build")
            return 0;
        var filter = arguments[Array.IndexOf(arguments, "--filter") + 1];
        using var subjects = Process.Start(
            Environment.GetEnvironmentVariable("SUBJECTS_PROGRAM")!, ["-filterVSTest", filter, "-noColor", "-noLogo"]);
        subjects.WaitForExit();
        return subjects.ExitCode;
    }
}
