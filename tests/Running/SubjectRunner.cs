using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace MultiRunner.Tests.Running;

/// <summary>Starts subjects as a user would, in processes of their own.</summary>
internal static partial class SubjectRunner
{
    private const string Runs = "Subjects.VSTest";
    private const string Definitions = "Subjects.Definitions";

    private static readonly ILookup<string, string?> Metadata =
        typeof(SubjectRunner).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().ToLookup(a => a.Key, a => a.Value);

    private static readonly Lazy<HashSet<string>> ClassesOfDefinitions = new(() =>
    {
        using var file = new PEReader(File.OpenRead(Output(Definitions, $"{Runs}.dll")));
        var module = file.GetMetadataReader();
        return
        [
            .. module.TypeDefinitions.Select(module.GetTypeDefinition)
                .Where(type => module.StringComparer.Equals(type.Namespace, "Subjects")).Select(type => module.GetString(type.Name)),
        ];
    });

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
        await using var process = WorkerProcess.Start(host, root, filter, options, environment: environment);
        return await End(process, root);
    }

    /// <summary>Runs, by the test executable, the subjects as they are after an edit.</summary>
    public static async Task<SubjectRun> RunEdited(TempRoot root, string filter, params (string Name, string? Value)[] environment)
    {
        await using var process = WorkerProcess.StartEdited(root, filter, environment);
        return await End(process, root);
    }

    /// <summary>Waits for the end of a run, and takes down what it left.</summary>
    public static async Task<SubjectRun> End(WorkerProcess process, TempRoot root)
    {
        var exit = await process.Exit();
        Assert.True(exit.Report is not null, $"There is no report, but:\n{exit.Console}");
        return new SubjectRun(
            exit.ExitCode,
            exit.Console,
            exit.Report,
            Directory.Exists(root.Sweeps) ? Directory.GetDirectories(root.Sweeps).ToDictionary(directory => Path.GetFileName(directory), SweepSnapshot.Take) : [],
            [.. Directory.GetFiles(root.Executions).Select(Path.GetFileName).Order(StringComparer.Ordinal)!]);
    }

    /// <summary>
    /// How a host is started, and where. <c>dotnet test</c> is told the assembly: to read the project first takes it a second more.
    /// </summary>
    public static (string Directory, string[] Command) CommandLine(Host host, TempRoot root, string filter, string report) => host switch
    {
        Host.Executable => Executable(ProjectOf(filter), root, filter, report),
        Host.VSTest => (Subject(ProjectOf(filter)), ["dotnet", "test", Output(ProjectOf(filter), $"{Runs}.dll"), "--filter", filter, "--results-directory", root.Reports, "--logger", $"trx;LogFileName={report}"]),
        _ => (Subject("Subjects.Mtp"), ["dotnet", "test", "--test-modules", $"{Metadata["SubjectOutput"].Single()}/Subjects.Mtp.dll", "--filter", filter, "--report-xunit-ctrf", "--report-xunit-ctrf-filename", Path.GetFileName(report), "--results-directory", root.Reports]),
    };

    /// <summary>How the test executable of the subjects as they are after an edit is started, and where.</summary>
    public static (string Directory, string[] Command) EditedCommandLine(TempRoot root, string filter, string report) =>
        Executable("Subjects.Edited", root, filter, report);

    /// <summary>Debug or Release, as this repository was built.</summary>
    public static string Configuration => Metadata["SubjectOutput"].Single()!.Split('/')[1];

    /// <summary>The build of subjects, as reports write it.</summary>
    /// <param name="project">Subjects.VSTest, Subjects.Definitions, or Subjects.Edited for both after an edit.</param>
    public static string BuildOf(string project)
    {
        var path = Output(project, $"{Runs}.dll");
        using var file = new PEReader(File.OpenRead(path));
        var module = file.GetMetadataReader();
        var id = module.GetGuid(module.GetModuleDefinition().Mvid).ToString();
        return $"{AssemblyName.GetAssemblyName(path).Version} ({id[..8]})";
    }

    /// <summary>The project of the classes that a filter names, each as <c>Subjects.Class</c>.</summary>
    private static string ProjectOf(string filter)
    {
        var projects = ClassName().Matches(filter)
            .Select(name => ClassesOfDefinitions.Value.Contains(name.Groups[1].Value) ? Definitions : Runs).Distinct().ToList();
        Assert.True(projects.Count <= 1, $"'{filter}' names classes of {string.Join(" and of ", projects)}. A process runs those of one project.");
        return projects.FirstOrDefault(Runs);
    }

    [GeneratedRegex(@"\bSubjects\.(\w+)")]
    private static partial Regex ClassName();

    /// <summary>The executable of a project. The assembly has one name in all of them.</summary>
    private static (string Directory, string[] Command) Executable(string project, TempRoot root, string filter, string report) =>
    (
        root.Reports,
        [
            Output(project, OperatingSystem.IsWindows() ? $"{Runs}.exe" : Runs),
            "-filterVSTest", filter, "-result-ctrf", report, "-noColor", "-noLogo",
        ]);

    private static string Output(string project, string file) => Subject(project, Metadata["SubjectOutput"].Single()!, file);

    private static string Subject(params string[] path) => Path.Combine([ProjectDirectory, "..", .. path]);
}
