using MultiRunner.Cli.Running;
using MultiRunner.Core.Tests.Simulation.Mutations;
using MultiRunner.Membership;
using MultiRunner.Storage;

namespace MultiRunner.Cli.Tests.Running;

public sealed class LastLookTests : IDisposable
{
    private readonly SweepOnDisk sweep = new SweepOnDisk().WithFourPoints();

    public void Dispose() => sweep.Dispose();

    [Fact]
    public async Task A_listing_that_fails_for_a_passing_reason_is_repeated()
    {
        sweep.Finish(0, "node-b-12-00ff", 2, ("result", 1));
        var time = new HastyTime(SweepOnDisk.Start);
        var failing = new Unlisted(sweep.Files, times: 2);

        var look = await LastLook.At(Joined(), _ => new RetryingDirectory(failing, time), time);

        Assert.Empty(look.Problems);
        Assert.Equal((4, 1), (look.Sweeps.Single().Counts.Total, look.Sweeps.Single().Counts.Finished));
        Assert.Empty(look.Sweeps.Single().Warnings);
    }

    [Fact]
    public async Task A_sweep_that_cannot_be_listed_is_not_counted_as_open()
    {
        var look = await LastLook.At(Joined(), _ => new Unlisted(sweep.Files, times: int.MaxValue), sweep.Time);

        Assert.Empty(look.Sweeps);
        Assert.StartsWith($"How many points of '{sweep.FullPath("")}' are finished is not known, because it could not be read: away", Assert.Single(look.Problems), StringComparison.Ordinal);
    }

    /// <summary>A log that a scanner has open cannot be deleted on Windows. Here there is no such folder any more.</summary>
    [Fact]
    public void A_folder_of_logs_that_cannot_be_deleted_is_no_problem() => CliRun.TryDelete(sweep.FullPath("gone"));

    private JoinedSweep[] Joined() => [new JoinedSweep("node-b-12-00ff", sweep.FullPath(""), [0, 1, 2, 3])];

    private sealed class Unlisted(ISharedDirectory inner, int times) : Detour(inner)
    {
        private int failed;

        public override ValueTask<IReadOnlyList<string>> List(string path) =>
            path == "ini" && failed++ < times ? throw new SharedDirectoryException("away.", 5, isTransient: true) : Inner.List(path);
    }
}
