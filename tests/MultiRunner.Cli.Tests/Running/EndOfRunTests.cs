using MultiRunner.Cli.Running;
using MultiRunner.Format;
using MultiRunner.Membership;

namespace MultiRunner.Cli.Tests.Running;

/// <summary>How <c>multirunner run</c> judges a run of a worker that has ended.</summary>
public sealed class EndOfRunTests : IDisposable
{
    private const string Worker = "node-a-17-09bc";
    private const string DirectoryFailed = "the sweep directory failed: Stale file handle";

    private readonly SweepOnDisk sweep = new();

    public EndOfRunTests()
    {
        sweep.Axes("Samples.Training.Train", null, ("n", [1, 2, 3]));
        sweep.Move(0, PointState.Finished);
    }

    public void Dispose() => sweep.Dispose();

    [Theory]
    [InlineData(1, WorkerStates.Exited, null, RunEnd.Completed)]
    [InlineData(1, WorkerStates.Exited, "it had 5 errors", RunEnd.Stopped)]
    [InlineData(1, WorkerStates.Exited, DirectoryFailed, RunEnd.Stopped)]
    [InlineData(0, WorkerStates.Exited, DirectoryFailed, RunEnd.Completed)]
    [InlineData(1, WorkerStates.Exited, WorkerStates.ToldToEnd, RunEnd.Crashed)]
    [InlineData(1, WorkerStates.Stopped, DirectoryFailed, RunEnd.Crashed)]
    [InlineData(1, WorkerStates.Running, null, RunEnd.Crashed)]
    internal async Task What_a_worker_says_of_itself_decides_while_points_are_left(int finished, string state, string? reason, RunEnd expected)
    {
        sweep.Worker(Worker, finished, errors: 0, busySeconds: 0, state, reason);

        Assert.Equal(expected, await EndOfRun.Judge(hasDied: false, [await Joined()], "node-a", _ => sweep.Files));
    }

    [Fact]
    public async Task A_worker_that_stopped_when_nothing_is_left_has_completed()
    {
        sweep.Worker(Worker, finished: 1, errors: 5, busySeconds: 0, reason: "it had 5 errors");
        sweep.Move(1, PointState.Failed);
        sweep.Move(2, PointState.Finished);

        Assert.Equal(RunEnd.Completed, await EndOfRun.Judge(hasDied: false, [await Joined()], "node-a", _ => sweep.Files));
    }

    [Fact]
    public async Task A_worker_that_stopped_when_only_skipped_points_are_left_has_completed()
    {
        sweep.Worker(Worker, finished: 1, errors: 5, busySeconds: 0, reason: "it had 5 errors");
        sweep.Move(1, PointState.Failed);
        sweep.Skip(2, Worker, "there is no GPU here");

        Assert.Equal(RunEnd.Completed, await EndOfRun.Judge(hasDied: false, [await Joined()], "node-a", _ => sweep.Files));

        sweep.Move(2, PointState.Running, "node-b-17-09bc");
        Assert.Equal(RunEnd.Stopped, await EndOfRun.Judge(hasDied: false, [await Joined()], "node-a", _ => sweep.Files));
    }

    [Fact]
    public async Task A_worker_that_stopped_when_points_are_left_that_another_host_skipped_is_started_again()
    {
        sweep.Worker(Worker, finished: 1, errors: 5, busySeconds: 0, reason: "it had 5 errors");
        sweep.Skip(1, "node-b-17-09bc", "there is no GPU here");
        sweep.Skip(2, "node-b-17-09bc", "there is no GPU here");

        Assert.Equal(RunEnd.Stopped, await EndOfRun.Judge(hasDied: false, [await Joined()], "node-a", _ => sweep.Files));

        // A worker of this host that has left has tried them.
        sweep.Skip(1, "node-a-18-0000", "there is no GPU here");
        sweep.Skip(2, "node-a-18-0000", "there is no GPU here");
        Assert.Equal(RunEnd.Completed, await EndOfRun.Judge(hasDied: false, [await Joined()], "node-a", _ => sweep.Files));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_is_judged_while_the_sweep_directory_is_away(bool hasDied)
    {
        sweep.Worker(Worker, finished: 1, errors: 0, busySeconds: 0, WorkerStates.Running);

        Assert.Null(await EndOfRun.Judge(hasDied, [await Joined()], "node-a", _ => new FewOperations(sweep.Files, left: 0, isTransient: true)));
    }

    [Fact]
    public async Task A_sweep_directory_that_stays_out_of_reach_ends_the_worker()
    {
        sweep.Worker(Worker, finished: 1, errors: 0, busySeconds: 0, reason: DirectoryFailed);

        Assert.Equal(RunEnd.Completed, await EndOfRun.Judge(hasDied: false, [await Joined()], "node-a", _ => new FewOperations(sweep.Files, left: 0)));
    }

    private async Task<JoinedRecord> Joined() =>
        new(new JoinedSweep(Worker, sweep.FullPath(""), [0, 1, 2]), await HeartbeatFile.TryRead(sweep.Files, SweepLayout.Worker(Worker)));
}
