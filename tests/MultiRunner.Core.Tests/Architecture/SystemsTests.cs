using System.Text.RegularExpressions;
using Xunit;

namespace MultiRunner.Core.Tests.Architecture;

/// <summary>How systems differ in files and paths is known to Storage alone. What differs in processes is known to those who start or identify them.</summary>
public partial class SystemsTests
{
    private const string Storage = "MultiRunner.Core/Storage/";

    private static readonly Dictionary<string, string> Allowed = new(StringComparer.Ordinal)
    {
        ["MultiRunner.Core/Membership/WorkerProcess.cs"] = "identity: what tells a process from others",
        ["MultiRunner.Xunit/Execution/Termination.cs"] = "process control: the signals that tell this process to end",
        ["MultiRunner.Cli/Running/ProcessGroup.cs"] = "process control: which kind of group the system has",
        ["MultiRunner.Cli/Running/PosixProcessGroup.cs"] = "process control: only Linux has setsid and /proc",
        ["MultiRunner.Cli/Live/Browser.cs"] = "process control: the program that shows a page",
        ["MultiRunner.Cli/Exporting/WholeFile.cs"] = "process control: a pipe, a device or an output of a process is not replaced by a file",
        ["MultiRunner.Cli/Live/OutputPipe.cs"] = "process control: whether anybody reads what this process writes",
    };

    [Fact]
    public void Only_storage_process_control_and_identity_ask_for_the_system()
    {
        var asking = SourceFiles.Of("")
            .Where(file => Question().IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetRelativePath(SourceFiles.Root(), file).Replace(Path.DirectorySeparatorChar, '/'))
            .ToLookup(file => file.StartsWith(Storage, StringComparison.Ordinal));

        Assert.NotEmpty(asking[true]);
        Assert.Equal(Allowed.Keys.Order(StringComparer.Ordinal), asking[false].Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"OperatingSystem\.Is|IsOSPlatform\(|OSVersion|OSDescription")]
    private static partial Regex Question();
}
