using MultiRunner.Filtering;
using MultiRunner.Format;
using MultiRunner.Storage;

namespace MultiRunner.Cli.Commands;

/// <summary>The points that <c>--where</c> means.</summary>
internal static class WherePoints
{
    /// <summary>Those of the newest code, in order.</summary>
    /// <exception cref="UsageException">The filter is wrong for this sweep.</exception>
    public static async ValueTask<IReadOnlyList<int>> Select(string filter, ISharedDirectory directory, Manifest manifest)
    {
        try
        {
            return await new PointSelector(directory, manifest).Select(filter);
        }
        catch (FilterException e)
        {
            throw new UsageException($"--where \"{filter}\" for {manifest.Sweep}: {e.Message}");
        }
    }
}
