using MultiRunner.Membership;
using Xunit;

namespace MultiRunner.Core.Tests.Membership;

public class JoinedSweepTests
{
    private static readonly JoinedSweep Joined = new("node-a-4711-3fa2", "/data/sweeps/Samples.Training.Train", [0, 1, 2, 5]);

    [Fact]
    public async Task What_was_written_can_be_read()
    {
        using var folder = new TemporaryDirectory();
        File.WriteAllText(Path.Combine(folder.Path, ".hidden"), "");
        File.WriteAllText(Path.Combine(folder.Path, "something.else"), "/no/points\n");

        await Joined.TryWrite(folder.Path);

        var read = Assert.Single(await JoinedSweep.ReadAll(folder.Path));
        Assert.Equal((Joined.Worker, Joined.Directory), (read.Worker, read.Directory));
        Assert.Equal(Joined.Selected, read.Selected);
        Assert.Equal(
            "/data/sweeps/Samples.Training.Train\n0-2,5\n",
            File.ReadAllText(Path.Combine(folder.Path, "node-a-4711-3fa2.Samples.Training.Train")));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/no/such/directory")]
    public async Task What_cannot_be_written_is_ignored(string? folder) => await Joined.TryWrite(folder);
}
