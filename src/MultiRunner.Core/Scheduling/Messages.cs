using MultiRunner.Sweeps;

namespace MultiRunner.Scheduling;

/// <summary>What this room says to people.</summary>
internal static class Messages
{
    public static string TooManyErrors(int errors, int maxErrors, AttemptError last) =>
        $"it had {errors} errors (MaxErrors is {maxErrors}); the last was {last.Type}: {last.Message}";

    public static string DirectoryFailed(SharedDirectoryException e) => $"the sweep directory failed: {e.Message}";
}
