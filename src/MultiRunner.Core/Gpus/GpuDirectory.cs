using Microsoft.Win32.SafeHandles;
using MultiRunner.Storage;

namespace MultiRunner.Gpus;

/// <summary>
/// The directory in which the processes of this host, of whatever user, tell one another which GPUs are lent. Each GPU has a file
/// there, and a process that uses the GPU has the file open for itself alone. A file stays when it is closed, and is empty then.
/// </summary>
internal sealed class GpuDirectory(string path)
{
    /// <summary>The environment variable that names another directory.</summary>
    public const string Variable = "MULTIRUNNER_GPU_DIRECTORY";

    private const string Name = "multirunner-gpus";

    private static readonly IHostFiles Files = IHostFiles.OfThisSystem;

    private bool locksAreKept;

    /// <summary>The directory of this host.</summary>
    /// <exception cref="GpuException">The variable has no full path.</exception>
    public static GpuDirectory Of(Func<string, string?> environment)
    {
        if (environment(Variable) is not { Length: > 0 } given)
            return new GpuDirectory(Files.PathOf(Name));

        // Two processes with different current directories would each have a directory of their own, and both lend the same GPU.
        return Path.IsPathFullyQualified(given)
            ? new GpuDirectory(given)
            : throw new GpuException(
                $"{Variable} must be a full path, since all processes of this host lend GPUs there, but it is '{given}'. Write a path "
                + "from the root.");
    }

    /// <summary>Makes the directory if nobody has, and checks that no other user can decide alone what lies in it.</summary>
    /// <exception cref="GpuException">The directory cannot be made, or it is another user's.</exception>
    public void Make() => Try(() =>
    {
        Files.MakeDirectory(path);
        return true;
    });

    /// <summary>Keeps the system from tidying up the directory for as long as the handle is open. Points may run for weeks.</summary>
    public SafeFileHandle? TryKeep() => Files.TryKeep(path);

    /// <summary>Opens the file of a GPU for this process alone. It returns null when another process has it open.</summary>
    /// <exception cref="GpuException">The file cannot be opened, or other processes can open it at the same time.</exception>
    public SafeFileHandle? TryTake(Gpu gpu)
    {
        var file = Path.Combine(path, $"{gpu.Uuid ?? FormattableString.Invariant($"gpu-{gpu.Index}")}.lent");
        return Try(() =>
        {
            // The file is opened, and never made by the same call: where Linux protects regular files, O_CREAT fails for a file of
            // another user.
            if (!File.Exists(file))
                Files.MakeFile(file);
            if (Files.TryTake(file) is not { } taken)
                return null;
            if (!locksAreKept && Files.TryTake(file) is { } again)
            {
                again.Dispose();
                taken.Dispose();
                throw new IOException("files there cannot be locked: one that was open for one holder alone was opened by another");
            }

            locksAreKept = true;
            return taken;
        });
    }

    private T Try<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new GpuException(
                $"GPUs are lent by locking files in a directory that all users of this host may write, but '{path}' cannot be used: "
                + $"{e.Message}. Delete it or correct it, or set {Variable} to another directory on a local disk, the same for all "
                + $"processes of this host.", e);
        }
    }
}
