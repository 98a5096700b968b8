using System.Reflection;
using MultiRunner.Format;

namespace MultiRunner.Execution;

/// <summary>Where the sweeps of a test assembly lie.</summary>
internal static class SweepRoot
{
    /// <summary>The environment variable that overrides everything.</summary>
    public const string Variable = "MULTIRUNNER_ROOT";

    private const string RootMetadata = "MultiRunnerRoot";
    private const string ProjectMetadata = "MultiRunnerProjectDirectory";

    /// <summary>
    /// The environment variable <c>MULTIRUNNER_ROOT</c>, else the MSBuild property <c>MultiRunnerRoot</c>, else <c>sweeps</c>;
    /// a relative path starts at the test project's directory, which the build recorded in the assembly.
    /// </summary>
    /// <exception cref="SweepDirectoryException">The project's directory is needed but not known here.</exception>
    public static string For(Assembly assembly, string? variable)
    {
        var metadata = assembly.GetCustomAttributes<AssemblyMetadataAttribute>().ToLookup(a => a.Key, a => a.Value);
        var configured = string.IsNullOrWhiteSpace(variable) ? metadata[RootMetadata].FirstOrDefault() ?? SweepLayout.DefaultRoot : variable;
        if (Path.IsPathRooted(configured))
            return configured;
        var project = metadata[ProjectMetadata].FirstOrDefault();
        if (project is null)
            throw new SweepDirectoryException($"The sweeps lie beside the test project, but {assembly.GetName().Name} does not say where its project is. Reference the package MultiRunner.Xunit in that project itself and build it, or set {Variable} to an absolute path.");
        return Directory.Exists(project)
            ? Path.Combine(project, configured)
            : throw new SweepDirectoryException($"The sweeps lie beside the test project, but its directory '{project}', recorded when {assembly.GetName().Name} was built, does not exist on this machine. Build on this machine, or set {Variable} to an absolute path that all machines share.");
    }
}
