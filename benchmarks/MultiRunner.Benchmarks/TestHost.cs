namespace MultiRunner.Benchmarks;

/// <summary>A way to run tests, as a user has it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Suffix">What the names of the projects for it end with.</param>
/// <param name="Run">The arguments of <c>dotnet</c> that run a test class, by the project's directory and the class.</param>
/// <param name="List">Those that list its tests.</param>
internal sealed record TestHost(string Name, string Suffix, Func<string, string, string[]> Run, Func<string, string, string[]> List)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<TestHost> All { get; } =
    [
        new("`dotnet test`, VSTest", "", VSTest, (directory, tests) => [.. VSTest(directory, tests), "--list-tests"]),
        new(
            "`dotnet test`, Microsoft.Testing.Platform",
            ".Mtp",
            TestingPlatform,
            (directory, tests) => [.. TestingPlatform(directory, tests), "--list-tests"]),
        new("test executable", "", Executable, (directory, tests) => [.. Executable(directory, tests), "-list", "tests"]),
    ];

    /// <summary>The directory of a project for it.</summary>
    public string DirectoryOf(string project) => Path.GetDirectoryName(DotNet.Project($"benchmarks/{project}{Suffix}"))!;

    private static string[] VSTest(string directory, string tests) =>
        ["test", directory, .. DotNet.BuiltTests, "--filter", $"FullyQualifiedName~{tests}."];

    private static string[] TestingPlatform(string directory, string tests) => ["test", .. DotNet.BuiltTests, "--filter-class", tests];

    private static string[] Executable(string directory, string tests)
    {
        var program = Path.Combine(directory, "bin", "Release", "net10.0", $"{Path.GetFileName(directory)}.dll");
        return [program, "-class", tests, "-preEnumerateTheories", "-noLogo", "-noColor"];
    }
}
