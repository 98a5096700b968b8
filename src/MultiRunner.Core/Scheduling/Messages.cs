using MultiRunner.Format;
using MultiRunner.Membership;

namespace MultiRunner.Scheduling;

/// <summary>The messages about why a worker stopped.</summary>
internal static class Messages
{
    public static string TooManyErrors(int errors, int maxErrors, AttemptError last) =>
        $"it had {errors} {(errors == 1 ? "error" : "errors")}, and MaxErrors is {maxErrors}. Start the tests again to go on with the "
        + "points that are left, or allow more errors: with MaxErrors of [SweepTheory], with the environment variable "
        + $"{TextSettings.MaxErrors.Variable}, or with the MSBuild property MultiRunnerMaxErrors. The last error was {Text(last)}";

    public static string NotStarted(AttemptError error) =>
        "every point needs an instance of the test class, and none could be made here. No attempt is counted, and other workers can "
        + $"run the points. Fix the cause on this machine, and start the tests again. The error was {Text(error)}";

    public static string DirectoryFailed(SharedDirectoryException e) => $"the sweep directory failed: {e.Message}";

    public static string ScanThrew(Exception e) => $"the scan of the sweep directory threw an exception: {e}";

    public static string LeftBehind(string artifacts, string why) =>
        $"The files of an attempt that does not count are deleted, but '{artifacts}' could not be deleted: {why} "
        + "It is not needed. Delete it by hand when no worker runs.";

    private static string Text(AttemptError error) => $"{error.Type}: {error.Message}";
}
