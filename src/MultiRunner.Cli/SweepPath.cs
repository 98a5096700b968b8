using MultiRunner.Format;
using MultiRunner.Protocol;
using MultiRunner.Storage;

namespace MultiRunner.Cli;

/// <summary>What PATH on a command line stands for.</summary>
internal static class SweepPath
{
    /// <summary>The environment variable that names the root for workers, too.</summary>
    public const string Variable = "MULTIRUNNER_ROOT";

    /// <summary>The sweep directories.</summary>
    /// <param name="path">What the command line says, or null.</param>
    /// <param name="context">The process.</param>
    /// <param name="name">The name of the argument, for messages.</param>
    /// <exception cref="UsageException">There are none.</exception>
    public static IReadOnlyList<string> Resolve(string? path, CliContext context, string name = "PATH")
    {
        var variable = context.Variable(Variable);
        var (start, source) = path is not null ? (path, name)
            : string.IsNullOrWhiteSpace(variable) ? (context.Directory, "the current directory")
            : (variable, Variable);
        if (path is "")
            throw new UsageException($"{name} is the path of a directory, but it is empty. Give one, or leave the argument out.");
        if (source == Variable)
            CheckVariable(variable!);
        var full = Path.GetFullPath(start, context.Directory);
        if (!Directory.Exists(full))
        {
            throw new UsageException(
                $"A sweep directory or a directory above it is needed, but '{full}' ({source}) does not exist. "
                + Remedy(name));
        }

        return SweepFinder.Find(full) is { Count: > 0 } found
            ? found
            : throw new UsageException(
                $"A sweep directory or a directory above it is needed, but there is none in '{full}' ({source}), nor in folders named "
                + $"'{SweepLayout.DefaultRoot}' below it. {Remedy(name)}");
    }

    /// <summary>PATH can be left out, since a variable has its place; other arguments cannot.</summary>
    private static string Remedy(string name) => name == "PATH" ? $"Give PATH, or set {Variable}." : $"Give another {name}.";

    /// <summary>For workers a relative path starts at the directory of the test project, which the tool does not know.</summary>
    private static void CheckVariable(string variable)
    {
        try
        {
            RootPath.Check(Variable, variable);
        }
        catch (SweepDirectoryException e)
        {
            throw new UsageException(e.Message);
        }

        if (!Path.IsPathRooted(variable))
        {
            throw new UsageException(
                $"A relative root starts at the directory of the test project, which this command does not know, but {Variable} is "
                + $"'{variable}'. Give PATH, or set {Variable} to an absolute path.");
        }
    }

    /// <summary>The newest manifest of a sweep.</summary>
    /// <exception cref="SweepDirectoryException">There is none, or it cannot be used.</exception>
    public static async ValueTask<Manifest> ReadManifest(ISharedDirectory directory, string path) =>
        await ManifestReader.ReadNewest(directory)
        ?? throw new SweepDirectoryException(
            $"A sweep has a manifest, but '{SweepLayout.In(path, SweepLayout.Manifest)}' is missing. Restore it, or move the sweep "
            + "directory away.");

    /// <summary>Whether an exception says that one sweep cannot be read. Others may be read nevertheless.</summary>
    public static bool IsUnreadable(Exception exception) => exception is SweepDirectoryException or SharedDirectoryException;

    /// <summary>The files of a sweep directory; passing errors are waited out.</summary>
    public static ISharedDirectory Open(string path, CliContext context) =>
        new RetryingDirectory(new FileSystemDirectory(path), context.Time);
}
