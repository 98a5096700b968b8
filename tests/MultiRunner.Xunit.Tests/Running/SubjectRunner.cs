using System.Diagnostics;
using System.Reflection;

namespace MultiRunner.Tests.Running;

/// <summary>Starts subjects as a user would, in processes of their own.</summary>
internal static class SubjectRunner
{
    // Far longer than any of them takes on a busy machine: it ends what hangs, and nothing else.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static readonly ILookup<string, string?> Metadata =
        typeof(SubjectRunner).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().ToLookup(a => a.Key, a => a.Value);

    /// <summary>The directory of this test project.</summary>
    public static string ProjectDirectory => Metadata["ProjectDirectory"].Single()!;

    /// <summary>Runs the subjects that a filter in the syntax of VSTest selects.</summary>
    /// <param name="host">How.</param>
    /// <param name="root">Where its files go.</param>
    /// <param name="filter">Which; every host takes the same syntax.</param>
    /// <param name="options">Further options of the host.</param>
    /// <param name="environment">Further environment variables.</param>
    public static async Task<SubjectRun> Run(Host host, TempRoot root, string filter, IReadOnlyList<string>? options = null, params (string Name, string? Value)[] environment)
    {
        var report = Path.Combine(root.Reports, $"{Path.GetRandomFileName()}.report");
        var start = host switch
        {
            Host.Executable => Start(Subject("Subjects.VSTest", Metadata["SubjectOutput"].Single()!, OperatingSystem.IsWindows() ? "Subjects.VSTest.exe" : "Subjects.VSTest"), root.Reports, ["-filterVSTest", filter, "-result-ctrf", report, "-noColor", "-noLogo"]),
            Host.VSTest => Start("dotnet", Subject("Subjects.VSTest"), ["test", "--no-build", "-c", Configuration, "-p:RunSubjects=true", "--filter", filter, "--logger", $"trx;LogFileName={report}"]),
            _ => Start("dotnet", Subject("Subjects.Mtp"), ["test", "--no-build", "-c", Configuration, "-p:RunSubjects=true", "--filter", filter, "--report-xunit-ctrf", "--report-xunit-ctrf-filename", Path.GetFileName(report), "--results-directory", root.Reports]),
        };
        foreach (var option in options ?? [])
            start.ArgumentList.Add(option);
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MULTIRUNNER_", StringComparison.Ordinal) || name.StartsWith("SUBJECTS_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment["MULTIRUNNER_ROOT"] = root.Sweeps;
        start.Environment["SUBJECTS_EXECUTIONS"] = root.Executions;
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        var (exitCode, console) = await RunToEnd(start);
        Assert.True(File.Exists(report), $"{host} wrote no report, but:\n{console}");
        return new SubjectRun(
            exitCode,
            console,
            host == Host.VSTest ? ReportReader.ReadTrx(report) : ReportReader.ReadCtrf(report),
            Directory.Exists(root.Sweeps) ? Directory.GetDirectories(root.Sweeps).ToDictionary(directory => Path.GetFileName(directory), SweepSnapshot.Take) : [],
            [.. Directory.GetFiles(root.Executions).Select(Path.GetFileName).Order(StringComparer.Ordinal)!]);
    }

    private static string Configuration => Metadata["SubjectOutput"].Single()!.Split('/')[1];

    private static string Subject(params string[] path) => Path.Combine([ProjectDirectory, "..", .. path]);

    private static ProcessStartInfo Start(string file, string directory, string[] arguments) => new(file, arguments)
    {
        WorkingDirectory = directory,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };

    private static async Task<(int ExitCode, string Console)> RunToEnd(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            Assert.Fail($"'{start.FileName} {string.Join(' ', start.ArgumentList)}' did not end:\n{await output}{await errors}");
        }

        return (process.ExitCode, await output + await errors);
    }
}
