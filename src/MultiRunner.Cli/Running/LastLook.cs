using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Reports.Model;
using MultiRunner.Reports.Reading;
using MultiRunner.Storage;

namespace MultiRunner.Cli.Running;

/// <summary>How far the sweeps of a run had come when its last worker had ended.</summary>
/// <param name="Sweeps">Those that could be read.</param>
/// <param name="Problems">Why others could not be read, a sentence each.</param>
internal sealed record LastLook(IReadOnlyList<SweepStatus> Sweeps, IReadOnlyList<string> Problems)
{
    /// <summary>Looks at the sweeps.</summary>
    /// <param name="joined">The sweeps.</param>
    /// <param name="open">Opens a sweep directory.</param>
    /// <param name="time">Says what time it is.</param>
    public static async ValueTask<LastLook> At(
        IReadOnlyList<JoinedSweep> joined, Func<string, ISharedDirectory> open, TimeProvider time)
    {
        var (sweeps, problems, me) = (new List<SweepStatus>(), new List<string>(), WorkerProcess.Identify());
        foreach (var sweep in joined)
        {
            var directory = open(sweep.Directory);
            try
            {
                // A listing that failed would look like points that nobody has begun.
                await directory.List(SweepLayout.Ini);
            }
            catch (SharedDirectoryException e)
            {
                problems.Add(Messages.SweepNotRead(sweep.Directory, e.Message));
                continue;
            }

            sweeps.Add(await new SweepStatusReader(directory, sweep.Directory, me, time).ReadSelected(sweep.Selected));
        }

        return new LastLook(sweeps, problems);
    }
}
