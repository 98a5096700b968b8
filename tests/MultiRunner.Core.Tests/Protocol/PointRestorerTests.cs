using MultiRunner.Format;
using MultiRunner.Protocol;
using MultiRunner.Storage;
using Xunit;

namespace MultiRunner.Core.Tests.Protocol;

public sealed class PointRestorerTests : IDisposable
{
    private readonly TemporaryDirectory temporary = new();

    public void Dispose() => temporary.Dispose();

    /// <summary>A result was lost twice, and one worker found that both times. The next attempt must not find the artifacts of either.</summary>
    [Fact]
    public async Task Artifacts_that_are_set_aside_a_second_time_lie_beside_the_first_ones()
    {
        var restorer = new PointRestorer(new FileSystemDirectory(temporary.Path), "me", _ => default);
        MakeFinishedPoint("first");
        await restorer.Reopen(new StateFile(0, PointState.Finished));
        await restorer.Reopen(new StateFile(0, PointState.Committed, "~me"));
        MakeFinishedPoint("second");
        await restorer.Reopen(new StateFile(0, PointState.Finished));

        await restorer.Reopen(new StateFile(0, PointState.Committed, "~me"));

        Assert.True(File.Exists(Path.Combine(temporary.Path, "ini", "0_to_run")));
        Assert.False(Directory.Exists(Path.Combine(temporary.Path, "artifacts", "0")));
        Assert.Equal("first", File.ReadAllText(Path.Combine(temporary.Path, "artifacts", "0.me.corrupt", "model")));
        Assert.Equal("second", File.ReadAllText(Path.Combine(temporary.Path, "artifacts", "0.me.corrupt.2", "model")));
    }

    /// <summary>
    /// Two workers miss a result, and this one is stopped before it puts the point back. Meanwhile the other one has put it back, and a
    /// third has computed it anew. This one's cache may still say that there is no result.
    /// </summary>
    [Theory]
    [InlineData("0_finished", "0_finished.~me")]
    [InlineData("0_finished.third.1", "0_finished.third.1")]
    public async Task One_that_wakes_late_leaves_the_artifacts_of_the_new_result_alone(string state, string after)
    {
        var restorer = new PointRestorer(new FileSystemDirectory(temporary.Path), "me", _ => default);
        MakeFinishedPoint("new");
        File.Move(Path.Combine(temporary.Path, "ini", "0_finished"), Path.Combine(temporary.Path, "ini", state));

        await restorer.Reopen(new StateFile(0, PointState.Finished));

        Assert.Equal([after], Directory.GetFiles(Path.Combine(temporary.Path, "ini")).Select(Path.GetFileName));
        Assert.Equal("new", File.ReadAllText(Path.Combine(temporary.Path, "artifacts", "0", "model")));
    }

    private void MakeFinishedPoint(string model)
    {
        var artifacts = Directory.CreateDirectory(Path.Combine(temporary.Path, "artifacts", "0"));
        File.WriteAllText(Path.Combine(artifacts.FullName, "model"), model);
        var ini = Directory.CreateDirectory(Path.Combine(temporary.Path, "ini"));
        File.WriteAllText(Path.Combine(ini.FullName, "0_finished"), "{}");
    }
}
