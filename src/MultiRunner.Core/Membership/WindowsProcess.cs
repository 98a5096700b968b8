using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using Microsoft.Win32;

namespace MultiRunner.Membership;

/// <summary>What Windows says of a process of this machine.</summary>
[SupportedOSPlatform("windows")]
internal static class WindowsProcess
{
    /// <summary>
    /// Identifies this installation of Windows; null when that cannot be read. It stays the same when the machine starts anew, and so do
    /// the start times of processes, which are times of the calendar.
    /// </summary>
    public static string? Machine()
    {
        try
        {
            return Registry.GetValue(@"HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Cryptography", "MachineGuid", null) as string;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Security.SecurityException)
        {
            return null;
        }
    }

    /// <summary>When a process started, in units of 100 ns since 1601; null when it is not there, or may not be asked.</summary>
    public static string? StartOf(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return process.StartTime.ToFileTimeUtc().ToString(CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Whether the process that had this id and start is certainly gone. False means only that nothing is known.</summary>
    public static bool IsGone(int processId, string start)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return process.StartTime.ToFileTimeUtc().ToString(CultureInfo.InvariantCulture) != start || process.HasExited;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // There is none of this id, or it has ended while it was asked.
            return true;
        }
        catch (Win32Exception)
        {
            // It is another user's.
            return false;
        }
    }
}
