namespace MultiRunner.Storage;

/// <summary>Tells whether a file could not be opened or renamed because somebody else has it open.</summary>
internal static class FileInUse
{
    // .NET reports ERROR_SHARING_VIOLATION of Windows and EWOULDBLOCK of the others by these numbers.
    private const int OnWindows = unchecked((int)0x80070020);
    private const int OnLinux = 11;
    private const int OnMac = 35;

    /// <summary>Whether an exception says so.</summary>
    public static bool IsSaidBy(Exception e) => e is IOException && e.HResult is OnWindows or OnLinux or OnMac;
}
