using System.ComponentModel;
using System.Diagnostics;

namespace MultiRunner.Cli.Live;

/// <summary>Finds out how a page is shown in the browser of the user.</summary>
internal static class Browser
{
    /// <summary>
    /// The commands to try, in order: those that the environment variable BROWSER lists, else what the system has for it. None where
    /// there is no screen.
    /// </summary>
    /// <param name="page">The full path of the page.</param>
    /// <param name="variable">The value of an environment variable, or null.</param>
    public static IReadOnlyList<IReadOnlyList<string>> Commands(string page, Func<string, string?> variable)
    {
        var address = new Uri(page).AbsoluteUri;
        if (variable("BROWSER") is { Length: > 0 } browsers)
            return [.. browsers.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Select(b => WithAddress(b, address))];
        if (OperatingSystem.IsWindows())
            return [["explorer.exe", page]];
        if (OperatingSystem.IsMacOS())
            return [["open", page]];
        return string.IsNullOrEmpty(variable("DISPLAY")) && string.IsNullOrEmpty(variable("WAYLAND_DISPLAY")) ? [] : [["xdg-open", page]];
    }

    /// <summary>Starts a program, and does not wait for it. False: there is no such program, or it fails at once.</summary>
    public static bool Start(IReadOnlyList<string> command)
    {
        // What a browser writes is of no use to anybody, and would be written over what the user types next.
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start);
            const int AtOnce = 1_000;
            return process is not null && (!process.WaitForExit(AtOnce) || process.ExitCode == 0 || OperatingSystem.IsWindows());
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    /// <summary>A browser of the list may have arguments, and <c>%s</c> where the address goes.</summary>
    private static IReadOnlyList<string> WithAddress(string browser, string address)
    {
        var words = browser.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Any(word => word.Contains("%s", StringComparison.Ordinal))
            ? [.. words.Select(word => word.Replace("%s", address, StringComparison.Ordinal))]
            : [.. words, address];
    }
}
