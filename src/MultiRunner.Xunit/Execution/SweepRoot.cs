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
    /// <exception cref="SweepDirectoryException">
    /// It cannot be meant as it is written, or the project's directory is needed but not known here.
    /// </exception>
    public static string For(Assembly assembly, string? variable)
    {
        var metadata = assembly.GetCustomAttributes<AssemblyMetadataAttribute>().ToLookup(a => a.Key, a => a.Value);
        var (source, configured) = string.IsNullOrWhiteSpace(variable)
            ? ($"the MSBuild property {RootMetadata}", metadata[RootMetadata].FirstOrDefault() ?? SweepLayout.DefaultRoot)
            : ($"the environment variable {Variable}", variable);
        RootPath.Check(source, configured);
        if (Path.IsPathRooted(configured))
            return configured;
        var project = metadata[ProjectMetadata].FirstOrDefault();
        if (project is null)
            throw new SweepDirectoryException(Messages.ProjectUnknown(assembly.GetName().Name, Variable));
        return Directory.Exists(project)
            ? Path.Combine(project, configured)
            : throw new SweepDirectoryException(Messages.ProjectNotHere(project, assembly.GetName().Name, Variable));
    }
}
