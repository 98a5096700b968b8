using MultiRunner.Format;

namespace MultiRunner.Scheduling;

/// <summary>What this room says to people.</summary>
internal static class Messages
{
    public static string TooManyErrors(int errors, int maxErrors, AttemptError last) =>
        $"it had {errors} errors (MaxErrors is {maxErrors}); the last was {last.Type}: {last.Message}";

    public static string DirectoryFailed(SharedDirectoryException e) => $"the sweep directory failed: {e.Message}";

    public static string ScanThrew(Exception e) => $"the scan of the sweep directory threw an exception: {e}";

    public static string LeftBehind(string artifacts, string why) =>
        $"The files of an attempt that does not count are deleted, but '{artifacts}' could not be: {why} "
        + "Nothing reads it. Delete it by hand when no worker runs.";
}
