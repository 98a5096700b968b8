using System.Globalization;
using MultiRunner.Gpus;

namespace MultiRunner.Cli.Running;

/// <summary>The environment variables of workers that are to see one GPU each.</summary>
internal static class GpuEnvironments
{
    private const string All = "all";

    /// <summary>One set of variables for each GPU that is asked for.</summary>
    /// <param name="wanted">"all", or the tool's numbers of some, separated by commas.</param>
    /// <param name="environment">The environment variables.</param>
    /// <exception cref="UsageException">No GPU can be listed, or one that is asked for is not there.</exception>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Of(string wanted, Func<string, string?> environment)
    {
        GpuList list;
        try
        {
            list = GpuList.Read(environment);
        }
        catch (GpuException e)
        {
            throw new UsageException($"--gpus {wanted}: {e.Message}");
        }

        if (list.Visible.Count == 0)
            throw new UsageException(Messages.NoGpuVisible(wanted, list.Description));
        return wanted == All
            ? [.. list.Visible.Select(list.Tool.Only)]
            : [.. wanted.Split(',', StringSplitOptions.TrimEntries).Distinct().Select(entry => list.Tool.Only(Find(entry, list)))];
    }

    private static Gpu Find(string entry, GpuList list) =>
        int.TryParse(entry, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
        && list.Visible.FirstOrDefault(gpu => gpu.Index == index) is { } gpu
            ? gpu
            : throw new UsageException(Messages.NoSuchGpu(entry, list.Description));
}
