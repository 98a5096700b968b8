using System.Globalization;
using System.Text;
using MultiRunner.Core.Tests.Reports;
using MultiRunner.Core.Tests.Storage;
using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Protocol;
using MultiRunner.Scheduling;
using MultiRunner.Storage;
using Xunit;

namespace MultiRunner.Core.Tests.Scheduling;

/// <summary>What becomes of an attempt that a worker made, and of its files.</summary>
public sealed class AttemptsTests : IDisposable
{
    private readonly SweepOnDisk sweep = new();
    private readonly WorkerIdentity me = WorkerProcess.Identify();
    private int executions;

    public AttemptsTests() => sweep.Axes("Samples.Training.Train", null, ("n", [1, 2, 3]));

    public void Dispose() => sweep.Dispose();

    [Fact]
    public async Task Files_that_cannot_be_deleted_are_left_and_nothing_else_is_different()
    {
        var worker = Worker(new UndeletableDirectory(sweep.Files));

        var outcomes = await Run(worker, attempt => attempt.Point == 1 ? Fail("the real reason", Artifacts(attempt)) : Succeed(attempt.Point));

        var failed = Assert.IsType<PointOutcome.FailedForGood>(outcomes[1]);
        Assert.Equal(["the real reason", "the real reason", "the real reason"], failed.Attempts.Select(attempt => attempt.Error.Message));
        Assert.IsType<PointOutcome.FinishedHere>(outcomes[0]);
        Assert.IsType<PointOutcome.FinishedHere>(outcomes[2]);
        Assert.Equal(3, Directory.GetDirectories(sweep.FullPath("artifacts")).Length);
        Assert.Equal(3, worker.LeftBehind.Distinct().Count());
        Assert.All(worker.LeftBehind, warning => Assert.Contains($"could not be deleted: {UndeletableDirectory.Reason}", warning, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_artifacts_of_a_result_are_those_of_its_attempt_where_earlier_ones_could_not_be_deleted()
    {
        var worker = Worker(new UndeletableDirectory(sweep.Files));

        await Run(worker, attempt => attempt.Number == 1 ? Fail("not yet", Artifacts(attempt)) : Succeed(attempt.Point, Artifacts(attempt)));

        // The executions are numbered in the order in which they were made: 1 to 3 failed, 4 to 6 succeeded.
        for (var point = 0; point < 3; point++)
            Assert.InRange(int.Parse(File.ReadAllText(sweep.FullPath($"artifacts/{point}/model")), CultureInfo.InvariantCulture), 4, 6);
        Assert.Equal(6, Directory.GetDirectories(sweep.FullPath("artifacts")).Length);
    }

    [Fact]
    public async Task Whoever_publishes_for_a_dead_worker_publishes_the_files_of_the_attempt_that_counts()
    {
        const string dead = "node-a-4711-3fa2";
        var abandoned = Artifacts(0, dead, attempt: 1);
        Artifacts(0, dead, attempt: 2);
        sweep.Move(0, PointState.Running, dead);
        var protocol = Protocol(new DiesAfterCommit(sweep.Files), me with { Id = dead });
        await Assert.ThrowsAsync<SharedDirectoryException>(async () => await protocol.TryFinish(0, 2, """{"point":0}"""u8.ToArray(), hasArtifacts: true));
        File.WriteAllText(sweep.FullPath($"{abandoned}/late"), "of an attempt that was given up and writes on");

        Assert.True(await Protocol(sweep.Files, me).TryPublish(new StateFile(0, PointState.Committed, dead, 2)));

        Assert.Equal("2", await File.ReadAllTextAsync(sweep.FullPath("artifacts/0/model"), TestContext.Current.CancellationToken));
        Assert.Equal(["model"], Directory.GetFiles(sweep.FullPath("artifacts/0")).Select(Path.GetFileName));
        Assert.True(Directory.Exists(sweep.FullPath(abandoned)));
    }

    [Fact]
    public async Task The_files_of_a_candidate_that_lost_are_not_those_of_the_next()
    {
        var lost = Artifacts(0, me.Id, attempt: 1);
        sweep.Finish(0, "node-b-17-09bc", 1, ("result", 1));
        var protocol = Protocol(new UndeletableDirectory(sweep.Files), me);
        Assert.False(await protocol.TryFinish(0, 1, """{"point":0}"""u8.ToArray(), hasArtifacts: true));
        Assert.Equal(UndeletableDirectory.Reason, await protocol.DropArtifacts(lost));

        // The other's result is lost, and the point is run here again, without files this time.
        sweep.Move(0, PointState.Running, me.Id);
        Assert.True(await protocol.TryFinish(0, 2, Encoding.UTF8.GetBytes($$"""{"point":0,"worker":"{{me.Id}}","attempt":2}""")));
        await protocol.TryPublish(new StateFile(0, PointState.Committed, me.Id, 2));

        Assert.False(Directory.Exists(sweep.FullPath("artifacts/0")));
        Assert.True(Directory.Exists(sweep.FullPath(lost)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_an_execution_throws_is_the_failure_of_its_point(bool atOnce)
    {
        var worker = Worker(sweep.Files);

        var outcomes = await Run(worker, attempt => attempt.Point != 1
            ? Succeed(attempt.Point)
            : atOnce ? throw new FormatException("no JSON") : ValueTask.FromException<AttemptOutcome>(new FormatException("no JSON")));

        var failed = Assert.IsType<PointOutcome.FailedForGood>(outcomes[1]);
        Assert.Equal(3, failed.Attempts.Count);
        Assert.All(failed.Attempts, attempt => Assert.Equal(("System.FormatException", "no JSON"), (attempt.Error.Type, attempt.Error.Message)));
        Assert.Empty(worker.RunningPoints);
        Assert.True(worker.IsDone);
    }

    [Fact]
    public async Task That_the_sweep_directory_failed_is_not_the_fault_of_the_point()
    {
        var worker = Worker(sweep.Files);

        var outcomes = await Run(worker, _ => throw new SharedDirectoryException("no artifacts directory", 5, isTransient: true));

        Assert.All(outcomes.Values, outcome => Assert.Contains("no artifacts directory", Assert.IsType<PointOutcome.Unresolved>(outcome).Why, StringComparison.Ordinal));
        Assert.Empty(Directory.GetFiles(sweep.FullPath("attempts")));
        Assert.Equal(3, Directory.GetFiles(sweep.FullPath("ini"), "*_to_run").Length);
    }

    /// <summary>A signal to the whole group of processes also ends the programs that the experiment has started.</summary>
    [Fact]
    public async Task What_fails_when_the_process_was_told_to_end_counts_as_no_attempt()
    {
        using var run = new CancellationTokenSource();
        var worker = Worker(sweep.Files);
        await worker.Join([0, 1, 2], _ => "{}"u8.ToArray(), cancellation: TestContext.Current.CancellationToken);

        // The slot waits for its process to end when it has stored how the attempt ended.
        var next = worker.NextOutcome(
            async (_, _) =>
            {
                await worker.ReleaseAll();
                return await Fail("its program was ended, too");
            },
            run.Token);

        Assert.False(next.IsCompleted);
        AssertNothingIsCounted();
        Assert.Equal(3, Directory.GetFiles(sweep.FullPath("ini"), "*_to_run").Length);
        await run.CancelAsync();
        Assert.IsType<PointOutcome.Cancelled>(await next);
    }

    [Fact]
    public async Task A_worker_that_cannot_start_its_first_attempt_stops_and_no_attempt_is_counted()
    {
        var worker = Worker(sweep.Files);

        var outcomes = await Run(worker, attempt => NotStarted("no data", Artifacts(attempt)));

        Assert.Equal(1, executions);
        var reported = outcomes.Values.Select(outcome => Assert.IsType<PointOutcome.Unresolved>(outcome)).ToList();
        Assert.All(reported, outcome => Assert.EndsWith("The error was Error: no data", outcome.Why, StringComparison.Ordinal));
        Assert.Equal("no data", Assert.Single(reported, outcome => outcome.Last is not null).Last!.Error.Message);
        AssertNothingIsCounted();
        Assert.Equal(3, Directory.GetFiles(sweep.FullPath("ini"), "*_to_run").Length);
    }

    [Fact]
    public async Task A_worker_that_has_finished_a_point_stops_when_it_could_not_start_five_attempts_and_none_is_counted()
    {
        var worker = Worker(sweep.Files);
        var starts = 0;

        var outcomes = await Run(worker, attempt => starts++ == 0 ? Succeed(attempt.Point) : NotStarted("no data"));

        Assert.Equal(6, starts);
        Assert.Single(outcomes.Values.OfType<PointOutcome.FinishedHere>());
        Assert.All(outcomes.Values.OfType<PointOutcome.Unresolved>(), outcome => Assert.StartsWith("it had 5 errors, and MaxErrors is 5. ", outcome.Why, StringComparison.Ordinal));
        AssertNothingIsCounted();
        Assert.Equal(2, Directory.GetFiles(sweep.FullPath("ini"), "*_to_run").Length);
    }

    [Fact]
    public async Task An_attempt_that_could_not_be_started_is_not_numbered()
    {
        var worker = Worker(sweep.Files);
        var starts = 0;
        List<int> numbers = [];

        var outcomes = await Run(worker, attempt =>
        {
            if (++starts is 2 or 3)
                return NotStarted("no data");
            numbers.Add(attempt.Number);
            return Succeed(attempt.Point);
        });

        Assert.All(outcomes.Values, outcome => Assert.IsType<PointOutcome.FinishedHere>(outcome));
        Assert.Equal([1, 1, 1], numbers);
        AssertNothingIsCounted();
    }

    [Fact]
    public async Task A_point_is_reported_with_the_messages_of_the_attempt_that_counts()
    {
        var worker = Worker(sweep.Files);
        List<object> messages = [];

        var outcomes = await Run(worker, attempt =>
        {
            messages.Add(attempt);
            return attempt.Number == 1 ? Fail("not yet") : ValueTask.FromResult<AttemptOutcome>(new AttemptOutcome.Success(Result(attempt.Point), attempt));
        });

        Assert.Equal(6, messages.Count);
        Assert.All(outcomes, pair =>
        {
            var counts = Assert.IsType<Attempt>(Assert.IsType<PointOutcome.FinishedHere>(pair.Value).Attempt.Messages);
            Assert.Equal((pair.Key, 2), (counts.Point, counts.Number));
        });
    }

    private SweepWorker Worker(ISharedDirectory directory) => new(directory, directory, me, new SweepOptions(), TimeProvider.System, new Random(1));

    private static PointProtocol Protocol(ISharedDirectory directory, WorkerIdentity worker) =>
        new(directory, worker, new SweepOptions(), new PointRestorer(directory, worker.Id, _ => "{}"u8.ToArray()), TimeProvider.System);

    private static async Task<Dictionary<int, PointOutcome>> Run(SweepWorker worker, Func<Attempt, ValueTask<AttemptOutcome>> execute)
    {
        await worker.Join([0, 1, 2], _ => "{}"u8.ToArray(), cancellation: TestContext.Current.CancellationToken);
        var outcomes = new Dictionary<int, PointOutcome>();
        for (var slot = 0; slot < 3; slot++)
        {
            var outcome = await worker.NextOutcome((attempt, _) => execute(attempt), TestContext.Current.CancellationToken);
            outcomes.Add(outcome.Point, outcome);
        }

        return outcomes;
    }

    /// <summary>What an attempt leaves: a directory of its own, and in it the number of the execution.</summary>
    private string Artifacts(Attempt attempt) => Artifacts(attempt.Point, me.Id, attempt.Number);

    private string Artifacts(int point, string worker, int attempt)
    {
        var path = SweepLayout.ArtifactsOfAttempt(point, worker, attempt);
        Directory.CreateDirectory(sweep.FullPath(path));
        File.WriteAllText(sweep.FullPath($"{path}/model"), (++executions).ToString(CultureInfo.InvariantCulture));
        return path;
    }

    private static byte[] Result(int point) => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{{\"point\":{point}}}"));

    private static ValueTask<AttemptOutcome> Succeed(int point, string? artifacts = null) =>
        ValueTask.FromResult<AttemptOutcome>(new AttemptOutcome.Success(Result(point)) { Artifacts = artifacts });

    private static ValueTask<AttemptOutcome> NotStarted(string message, string? artifacts = null) =>
        ValueTask.FromResult<AttemptOutcome>(new AttemptOutcome.NotStarted(new AttemptError("Error", message, Stack: null)) { Artifacts = artifacts });

    private void AssertNothingIsCounted() => Assert.Empty(Directory.GetFiles(sweep.FullPath("attempts")));

    private static ValueTask<AttemptOutcome> Fail(string message, string? artifacts = null) =>
        ValueTask.FromResult<AttemptOutcome>(new AttemptOutcome.Failure(new AttemptError("Error", message, Stack: null)) { Artifacts = artifacts });
}
