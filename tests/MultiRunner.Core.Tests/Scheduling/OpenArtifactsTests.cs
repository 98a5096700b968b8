using System.Globalization;
using System.Runtime.Versioning;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using MultiRunner.Core.Tests.Reports;
using MultiRunner.Core.Tests.Storage;
using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Protocol;
using MultiRunner.Repair;
using MultiRunner.Storage;
using Xunit;

namespace MultiRunner.Core.Tests.Scheduling;

/// <summary>Windows does not rename a directory while a file below it is open. The files of a point are published when that file is closed.</summary>
[SupportedOSPlatform("windows")]
public sealed class OpenArtifactsTests : IDisposable
{
    private readonly SweepOnDisk sweep = new();
    private readonly WorkerIdentity me = WorkerProcess.Identify(_ => null);
    private readonly FakeTimeProvider time = new();
    private readonly List<string> refused = [];
    private bool isOpen;

    public OpenArtifactsTests()
    {
        sweep.Axes("Samples.Training.Train", null, ("n", [1, 2, 3]));
        sweep.Move(0, PointState.Running, me.Id);
    }

    public void Dispose() => sweep.Dispose();

    [Fact]
    public async Task Files_that_are_open_for_a_while_are_published_with_their_result()
    {
        LeaveArtifacts(me.Id);
        isOpen = true;
        var finish = Protocol().TryFinish(0, 1, Result(), hasArtifacts: true).AsTask();
        for (var seconds = 0; seconds < 10; seconds++)
            time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(finish.IsCompleted);
        Assert.NotEmpty(refused);
        Assert.False(Directory.Exists(sweep.FullPath("artifacts/0")));

        isOpen = false;
        while (!finish.IsCompleted)
            time.Advance(TimeSpan.FromSeconds(1));

        Assert.True(await finish);
        Assert.Equal("weights", await File.ReadAllTextAsync(sweep.FullPath("artifacts/0/model"), TestContext.Current.CancellationToken));
        Assert.True(File.Exists(sweep.FullPath("ini/0_finished")));
    }

    [Fact]
    public async Task A_point_whose_files_stay_open_is_not_finished_without_them()
    {
        LeaveArtifacts(me.Id);
        isOpen = true;
        var finish = Protocol().TryFinish(0, 1, Result(), hasArtifacts: true).AsTask();
        while (!finish.IsCompleted)
            time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(Win32.AccessDenied, (await Assert.ThrowsAsync<SharedDirectoryException>(() => finish)).Error);
        Assert.False(File.Exists(sweep.FullPath("ini/0_finished")));
        Assert.False(File.Exists(sweep.FullPath("results/0.json")));
        Assert.Equal("weights", await File.ReadAllTextAsync(sweep.FullPath($"{refused[^1]}/model"), TestContext.Current.CancellationToken));
    }

    /// <summary>Somebody's point whose files are open waits, and the next one does not wait for it.</summary>
    [Fact]
    public async Task A_point_whose_files_stay_open_keeps_no_worker_from_the_others()
    {
        const string dead = "node-b-17-09bc";
        sweep.Move(0, PointState.Committed, dead);
        sweep.Move(1, PointState.Committed, dead);
        sweep.Write(SweepLayout.Candidate(0, dead, 1), Result());
        sweep.Write(SweepLayout.Candidate(1, dead, 1), Result());
        LeaveArtifacts(dead);
        isOpen = true;
        var (directory, options) = (Shared(), new SweepOptions());
        var restorer = new PointRestorer(directory, me.Id, _ => "{}"u8.ToArray());
        var protocol = new PointProtocol(directory, me, options, restorer, time);
        var reconciler = new Reconciler(directory, protocol, restorer, new Liveness(directory, me, options, time), me, options, time);
        RepairCandidate[] points = [.. Enumerable.Range(0, 2).Select(n => new RepairCandidate(n, new StateFile(n, PointState.Committed, dead, 1), IsDoubtful: false))];

        var reconcile = reconciler.Reconcile(points, _ => ValueTask.FromResult(Verdict.Dead), time.GetTimestamp(), _ => { }).AsTask();
        while (!reconcile.IsCompleted)
            time.Advance(TimeSpan.FromSeconds(1));
        await reconcile;

        Assert.True(File.Exists(sweep.FullPath("ini/0_finished.node-b-17-09bc.1")));
        Assert.True(File.Exists(sweep.FullPath("ini/1_finished")));
        Assert.True(File.Exists(sweep.FullPath("results/1.json")));
    }

    /// <summary>Whether a file below a directory that is to be renamed is open.</summary>
    private bool IsOpen(string from)
    {
        if (!isOpen || !from.StartsWith("artifacts/.0.", StringComparison.Ordinal))
            return false;
        refused.Add(from);
        return true;
    }

    private RetryingDirectory Shared() => new(new OpenFilesDirectory(sweep.Files, IsOpen), time);

    private PointProtocol Protocol()
    {
        var directory = Shared();
        return new(directory, me, new SweepOptions(), new PointRestorer(directory, me.Id, _ => "{}"u8.ToArray()), time);
    }

    private void LeaveArtifacts(string worker)
    {
        var path = SweepLayout.ArtifactsOfAttempt(0, worker, 1);
        Directory.CreateDirectory(sweep.FullPath(path));
        File.WriteAllText(sweep.FullPath($"{path}/model"), "weights");
    }

    private byte[] Result() => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{{\"point\":0,\"worker\":\"{me.Id}\",\"attempt\":1}}"));
}
