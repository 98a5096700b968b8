using System.Diagnostics;
using System.Globalization;

namespace MultiRunner.Tests.Running;

/// <summary>Users of one group, and one who is not in it, by their numbers alone: no accounts are made.</summary>
internal static class UserGroup
{
    private const int Group = 61_000;
    private const int FirstMember = 61_001;
    private const int Other = 61_099;

    /// <summary>What runs the command line that follows it as somebody who is not in the group.</summary>
    public static string[] Stranger => As(Other, Other, "022");

    /// <summary>What runs the command line that follows it as a user of the group.</summary>
    /// <param name="number">Which user, from 1.</param>
    /// <param name="umask">Its umask; 002 lets the group write what it makes.</param>
    public static string[] Member(int number, string umask = "002") => As(FirstMember + number - 1, Group, umask);

    /// <summary>Gives a directory to the group, and to all others for reading; skips the test where it cannot act as another user.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="program">What the users are going to run.</param>
    public static void Own(string directory, string program)
    {
        Requirements.Need(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Only root can start processes of other users; run the tests with sudo.");
        Requirements.NeedProgram("setpriv", "apt-get install util-linux");
        Shell($"chgrp -R GROUP '{directory}'; chmod -R g+rwX,o+rX '{directory}'; find '{directory}' -type d -exec chmod g+s {{}} +");
        Requirements.Need(Run([.. Stranger, "test", "-r", program]).ExitCode == 0, $"Every user must be able to run '{program}'; move the repository out of a private directory.");
    }

    /// <summary>Runs commands as root, with the number of the group for <c>GROUP</c>.</summary>
    public static void Shell(string commands)
    {
        var (exitCode, output) = Run(["sh", "-ec", commands.Replace("GROUP", Group.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)]);
        Assert.True(exitCode == 0, $"{commands}\n{output}");
    }

    /// <summary>The paths below a directory that the group may not write, or that do not belong to it.</summary>
    public static IReadOnlyList<string> NotOfTheGroup(string directory)
    {
        var (exitCode, output) = Run(["find", directory, "!", "-perm", "-g+w", "-o", "!", "-group", Group.ToString(CultureInfo.InvariantCulture), "-o", "-type", "d", "!", "-perm", "-g+s"]);
        Assert.Equal(0, exitCode);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string[] As(int user, int group, string umask) =>
    [
        "setpriv", $"--reuid={user.ToString(CultureInfo.InvariantCulture)}", $"--regid={group.ToString(CultureInfo.InvariantCulture)}", "--clear-groups",
        "sh", "-c", $"umask {umask}; exec \"$@\"", "sh",
    ];

    private static (int ExitCode, string Output) Run(IReadOnlyList<string> command)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromMinutes(4)))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"'{string.Join(' ', command)}' did not end.");
        }

        return (process.ExitCode, output.Result);
    }
}
