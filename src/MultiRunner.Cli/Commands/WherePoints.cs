using MultiRunner.Filtering;
using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Reports.Formatting;
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

    /// <summary>
    /// The same for a command that shows them. When there are none, a line says so, for what is shown then looks like a sweep without
    /// points.
    /// </summary>
    /// <param name="filter">The filter.</param>
    /// <param name="directory">The sweep directory.</param>
    /// <param name="manifest">Its newest manifest.</param>
    /// <param name="context">The process.</param>
    /// <exception cref="UsageException">The filter is wrong for this sweep.</exception>
    public static async ValueTask<IReadOnlyList<int>> SelectToShow(
        string filter, ISharedDirectory directory, Manifest manifest, CliContext context)
    {
        var points = await Select(filter, directory, manifest, context.Time);
        if (points.Count == 0)
        {
            var all = Display.Count(manifest.Current.Count, "point");
            await context.Error.WriteLineAsync(Display.Line($"--where \"{filter}\" matches none of the {all} of {manifest.Sweep}."));
        }

        return points;
    }
}
