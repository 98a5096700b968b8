using MultiRunner.Filtering;
using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Storage;

namespace MultiRunner.Cli.Commands;

/// <summary>The points that <c>--where</c> means.</summary>
internal static class WherePoints
{
    /// <summary>Those of the newest code, in order.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="directory">The sweep directory.</param>
    /// <param name="manifest">Its newest manifest.</param>
    /// <param name="time">Says what time it is.</param>
    /// <exception cref="UsageException">The filter is wrong for this sweep.</exception>
    public static async ValueTask<IReadOnlyList<int>> Select(
        string filter, ISharedDirectory directory, Manifest manifest, TimeProvider time)
    {
        try
        {
            return await new PointSelector(directory, manifest, new LiveWorkers(WorkerProcess.Identify(), time)).Select(filter);
        }
        catch (FilterException e)
        {
            throw new UsageException($"--where \"{filter}\" for {manifest.Sweep}: {e.Message}");
        }
    }
}
