using Microsoft.Extensions.Time.Testing;
using MultiRunner.Core.Tests.Protocol;
using MultiRunner.Core.Tests.Simulation.Mutations;
using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Repair;
using MultiRunner.Storage;
using Xunit;

namespace MultiRunner.Core.Tests.Repair;

public sealed class SweepRerunTests : IDisposable
{
    private readonly TemporaryDirectory temporary = new();

    public SweepRerunTests()
    {
        Write("ini/0_finished");
        Write("results/0.json", "{\"point\":0}");
    }

    public void Dispose() => temporary.Dispose();

    /// <summary>
    /// The reply to the rename that put the point back was lost, and a worker was at the point before the rerun looked for it. The rerun
    /// did what it was asked for.
    /// </summary>
    [Theory]
    [InlineData("0_to_run")]
    [InlineData("0_running.b")]
    [InlineData("0_failed")]
    [InlineData("0_finished")]
    public async Task Point_whose_result_is_in_the_archive_was_put_back_whatever_became_of_it_since(string state)
    {
        var inner = new FileSystemDirectory(temporary.Path);
        var directory = new LosesTheLastReply(inner, () =>
        {
            File.Move(FullPath("ini/0_to_run"), FullPath($"ini/{state}"));
            if (state == "0_finished")
                Write("results/0.json", "{\"point\":0,\"worker\":\"b\"}");
        });
        var rerun = new SweepRerun(directory, TestSweep.ManifestBy("a"), TestSweep.Worker("me"), new SweepOptions(), new FakeTimeProvider());
        await rerun.Prepare();

        var point = Assert.Single(await rerun.Run([0], TestContext.Current.CancellationToken));

        Assert.Equal((RerunOutcome.PutBack, 1), (point.Outcome, point.Archived.Results));
        Assert.Equal([state], Directory.GetFiles(FullPath("ini")).Select(Path.GetFileName));
        Assert.Equal(state == "0_finished", File.Exists(FullPath("results/0.json")));
    }

    /// <summary>The checkpoints of the first point may not be moved, or the file system is away from then on.</summary>
    [Theory]
    [InlineData(false, "PutBack", "1_to_run")]
    [InlineData(true, "Refused", "1_finished")]
    public async Task Point_that_cannot_be_moved_is_told_and_the_others_are_put_back_unless_the_error_would_be_waited_for_again(
        bool isTransient, string outcome, string state)
    {
        Write("ini/1_finished");
        Write("results/1.json", "{\"point\":1}");
        Write("checkpoints/0/model");
        var directory = new KeepsCheckpoints(new FileSystemDirectory(temporary.Path), isTransient);
        var rerun = new SweepRerun(directory, TestSweep.ManifestBy("a"), TestSweep.Worker("me"), new SweepOptions(), new FakeTimeProvider());
        await rerun.Prepare();

        var points = await rerun.Run([0, 1], TestContext.Current.CancellationToken);

        Assert.Equal([(0, "Refused"), (1, outcome)], points.Select(point => (point.Point, point.Outcome.ToString())));
        Assert.Equal("no", points[0].Problem);
        Assert.Contains(state, Directory.GetFiles(FullPath("ini")).Select(Path.GetFileName));
    }

    private void Write(string path, string content = "{}")
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FullPath(path))!);
        File.WriteAllText(FullPath(path), content);
    }

    private string FullPath(string path) => Path.Combine(temporary.Path, path);

    private sealed class KeepsCheckpoints(ISharedDirectory inner, bool isTransient) : Detour(inner)
    {
        public override ValueTask<bool> TryRenameDirectory(string from, string to) =>
            from == "checkpoints/0" ? throw new SharedDirectoryException("no", 1, isTransient) : Inner.TryRenameDirectory(from, to);
    }

    private sealed class LosesTheLastReply(ISharedDirectory inner, Action meanwhile) : Detour(inner)
    {
        public override async ValueTask<bool> TryRename(string from, string to)
        {
            var isDone = await Inner.TryRename(from, to);
            if (!isDone || to != new StateFile(0, PointState.ToRun).Path)
                return isDone;
            meanwhile();
            return false;
        }
    }
}
