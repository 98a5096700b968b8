using MultiRunner.Format;
using MultiRunner.Storage;

namespace MultiRunner.Execution;

/// <summary>Looks whether points that were finished when the tests were discovered still are.</summary>
internal static class FinishedPointsCheck
{
    /// <summary>How their one test case is reported.</summary>
    /// <param name="directory">The sweep directory.</param>
    /// <param name="root">Its absolute path.</param>
    /// <param name="points">The indices of the points.</param>
    public static async ValueTask<CaseReport> Report(ISharedDirectory directory, string root, IReadOnlyList<int> points)
    {
        try
        {
            var states = StateFile.LatestOf(await directory.List(SweepLayout.Ini));
            int[] reopened = [.. points.Where(point => !states.TryGetValue(point, out var file) || !IsFinished(file))];
            return reopened is []
                ? new CaseReport.Skipped(Messages.FinishedBefore(points.Count, root))
                : new CaseReport.Failed("NotRun", Messages.ReopenedSince(root, reopened));
        }
        catch (SharedDirectoryException e)
        {
            return new CaseReport.Failed(e.GetType().FullName!, e.Message);
        }
    }

    // A rerun that has begun holds a point under the name of a committed one. One that a worker has committed anew is finished again.
    private static bool IsFinished(StateFile file) => file.State is PointState.Finished or PointState.Committed && !file.IsHeld;
}
