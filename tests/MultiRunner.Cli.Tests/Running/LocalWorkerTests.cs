using MultiRunner.Cli.Running;
using MultiRunner.Membership;

namespace MultiRunner.Cli.Tests.Running;

public sealed class LocalWorkerTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("multirunner-worker-");

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>A user ends a run while one worker is still at work. The others have done all that they were asked for.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_worker_that_has_ended_well_was_not_told_to_end(bool isKilled)
    {
        var options = new RunOptions(1, 0, TestArguments.Of(["--no-build", "--help"]), []);
        using var worker = new LocalWorker(1, options, folder.FullName, WorkerProcess.Identify(), TimeProvider.System);
        while (worker.Ended is null)
        {
            await worker.Look();
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        if (isKilled)
            worker.Kill();
        else
            worker.Stop();

        Assert.True(worker.Succeeded);
    }
}
