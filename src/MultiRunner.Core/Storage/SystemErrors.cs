namespace MultiRunner.Storage;

/// <summary>What error numbers of this system mean.</summary>
internal static class SystemErrors
{
    /// <summary>Whether an error says that this user, or nobody, may do that.</summary>
    public static bool IsDenied(int error) => OperatingSystem.IsWindows() ? Win32.IsDenied(error) : Posix.IsDenied(error);
}
