using System.Diagnostics;
using System.Reflection;
using MultiRunner.Tests.Running;

namespace MultiRunner.Cli.Tests.Running;

/// <summary><c>multirunner run</c> by a user of a group, and by one who may only read what the other has made.</summary>
public sealed class RunBySeveralUsersTests : IDisposable
{
    private static readonly ILookup<string, string?> Metadata =
        typeof(RunBySeveralUsersTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().ToLookup(a => a.Key, a => a.Value);

    // Not the copy beside these tests, as for the other commands.
    private static readonly string Tool = Metadata["Tool"].Single()!;

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("multirunner-users-");

    public RunBySeveralUsersTests()
    {
        root.CreateSubdirectory("sweeps");
        UserGroup.Own(root.FullName, Tool);
        UserGroup.Shell($"mkdir -m 777 '{Home}'");
    }

    private string Home => Path.Combine(root.FullName, "home");

    public void Dispose() => root.Delete(recursive: true);

    [Fact]
    public async Task One_who_may_only_read_succeeds_when_nothing_is_left_to_run_and_is_else_refused()
    {
        var member = await Run(UserGroup.Member(1));
        var complete = await Run(UserGroup.Stranger);
        var ini = Path.Combine(root.FullName, "sweeps", "Subjects.Quick.Few", "ini");
        File.Move(Path.Combine(ini, "7_finished"), Path.Combine(ini, "7_to_run"));
        var refused = await Run(UserGroup.Stranger);

        Assert.True(member.Code == 0, member.Error);
        Assert.True(complete.Code == 0, complete.Error);
        Assert.Contains("24 of 24 points finished", complete.Out, StringComparison.Ordinal);
        Assert.Equal(1, refused.Code);
        Assert.Contains("or its sweep directory could not be used", refused.Error, StringComparison.Ordinal);
        var log = refused.Error.Split("Its output: ")[1].Trim();
        Assert.Contains($"create of '{Path.GetDirectoryName(ini)}/workers/", await File.ReadAllTextAsync(log, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(ini, "7_to_run")));
    }

    private async Task<ToolResult> Run(string[] user)
    {
        string[] command =
        [
            .. user, "dotnet", "exec", Tool,
            "run", Metadata["Subject"].Single()!, "--no-build", "-c", Metadata["Configuration"].Single()!, "-p:RunSubjects=true", "--filter", "FullyQualifiedName=Subjects.Quick.Few",
        ];
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = root.FullName };
        foreach (var name in (string[])["HOME", "DOTNET_CLI_HOME", "TMPDIR"])
            start.Environment[name] = Home;
        start.Environment["MULTIRUNNER_ROOT"] = Path.Combine(root.FullName, "sweeps");
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new ToolResult(process.ExitCode, await output, await error);
    }
}
