using MultiRunner.Repair;
using MultiRunner.Storage;
using Xunit;

namespace MultiRunner.Core.Tests.Repair;

public sealed class RerunArchiveTests : IDisposable
{
    private readonly TemporaryDirectory temporary = new();

    public RerunArchiveTests() => Directory.CreateDirectory(Path.Combine(temporary.Path, "ini"));

    public void Dispose() => temporary.Dispose();

    /// <summary>A rerun that found no result goes on with the point later, when another attempt has made checkpoints again.</summary>
    [Fact]
    public async Task Checkpoints_that_came_back_are_moved_beside_the_first_ones()
    {
        var archive = new RerunArchive(new FileSystemDirectory(temporary.Path), "me", "archive/now-me");
        await archive.Prepare();
        MakeCheckpoint("first");
        Assert.True(await archive.TakeDirectory("checkpoints/0"));
        MakeCheckpoint("second");

        Assert.True(await archive.TakeDirectory("checkpoints/0"));

        Assert.False(Directory.Exists(Path.Combine(temporary.Path, "checkpoints", "0")));
        Assert.Equal("first", File.ReadAllText(Path.Combine(temporary.Path, "archive/now-me/checkpoints/0/model")));
        Assert.Equal("second", File.ReadAllText(Path.Combine(temporary.Path, "archive/now-me/checkpoints/0.2/model")));
    }

    private void MakeCheckpoint(string content)
    {
        var folder = Directory.CreateDirectory(Path.Combine(temporary.Path, "checkpoints", "0"));
        File.WriteAllText(Path.Combine(folder.FullName, "model"), content);
    }
}
