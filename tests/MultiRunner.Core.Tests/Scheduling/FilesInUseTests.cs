using System.Globalization;
using System.Text;
using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Scheduling;
using MultiRunner.Storage;
using Xunit;

namespace MultiRunner.Core.Tests.Scheduling;

/// <summary>A worker on Windows, where a reader can keep everybody else from renaming a file.</summary>
public sealed class FilesInUseTests : IDisposable
{
    private const int Points = 20;
    private const int InUse = 9;

    private readonly TemporaryDirectory temporary = new();

    public static bool IsWindows => OperatingSystem.IsWindows();

    public void Dispose() => temporary.Dispose();

    /// <summary>Whoever waited for the file, as for any other error that passes, would wait for the patience, which is longer than the test.</summary>
    [Fact(Skip = "needs Windows", SkipUnless = nameof(IsWindows), Timeout = 60_000)]
    public async Task A_state_file_that_a_reader_keeps_open_costs_no_other_point()
    {
        var files = new FileSystemDirectory(temporary.Path);
        await files.CreateDirectory(SweepLayout.Ini);
        await files.CreateDirectory(SweepLayout.Results);
        await files.CreateDirectory(SweepLayout.Workers);
        for (var point = 0; point < Points; point++)
            await files.Write(new StateFile(point, PointState.ToRun).Path, "{}"u8.ToArray());
        var (me, run) = (new WorkerIdentity("w", "w", Boot: null, PidNamespace: null, ProcessId: 1, ProcessStart: null), new List<int>());
        var options = new SweepOptions { Patience = TimeSpan.FromMinutes(10) };
        var sweep = new SweepWorker(new RetryingDirectory(files, TimeProvider.System, options.Patience), files, me, options, TimeProvider.System, new Random(1));
        await sweep.Join(Enumerable.Range(0, Points), _ => "{}"u8.ToArray(), cancellation: TestContext.Current.CancellationToken);

        using (File.OpenHandle(Path.Combine(temporary.Path, new StateFile(InUse, PointState.ToRun).Path), share: FileShare.Read))
        {
            for (var i = 0; i < Points - 1; i++)
                Assert.IsType<PointOutcome.FinishedHere>(await sweep.NextOutcome(Succeed, TestContext.Current.CancellationToken));
        }

        Assert.DoesNotContain(InUse, run);
        Assert.Equal(InUse, Assert.IsType<PointOutcome.FinishedHere>(await sweep.NextOutcome(Succeed, TestContext.Current.CancellationToken)).Point);
        await sweep.Leave();

        ValueTask<AttemptOutcome> Succeed(Attempt attempt, CancellationToken cancellation)
        {
            run.Add(attempt.Point);
            var result = string.Create(CultureInfo.InvariantCulture, $"{{\"point\":{attempt.Point},\"worker\":\"{me.Id}\"}}");
            return ValueTask.FromResult<AttemptOutcome>(new AttemptOutcome.Success(Encoding.UTF8.GetBytes(result)));
        }
    }
}
