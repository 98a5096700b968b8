using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Xunit;

namespace MultiRunner.Core.Tests;

/// <summary>
/// Compares a text with the file <c>Class.Test.verified.ext</c> beside the test. A text that differs is left there as
/// <c>Class.Test.received.ext</c>: look at it, and if it is right rename it to <c>.verified</c>.
/// </summary>
internal static partial class Snapshot
{
    public static void Match(string actual, string extension = "txt", [CallerFilePath] string source = "", [CallerMemberName] string test = "")
    {
        // A report names its own path. On Windows there is a backslash in it, and two where Markdown escapes it.
        if (OperatingSystem.IsWindows())
            actual = PathOfReport().Replace(actual, "/report/");
        var name = $"{Path.GetFileNameWithoutExtension(source)}.{test}";
        var directory = Path.GetDirectoryName(source)!;
        var received = Path.Combine(directory, $"{name}.received.{extension}");
        var verified = Path.Combine(directory, $"{name}.verified.{extension}");
        var expected = File.Exists(verified) ? File.ReadAllText(verified) : null;
        if (expected == actual)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, actual);
        if (expected is null)
            Assert.Fail($"There is no '{verified}' yet. If '{received}' is right, rename it so.");
        Assert.Equal(expected, actual);
    }

    [GeneratedRegex(@"(?<=/shared/sweeps/Sample)\\+report\\+")]
    private static partial Regex PathOfReport();
}
