using Microsoft.Extensions.Time.Testing;
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

    /// <summary>
    /// The first result was moved, but the reply was lost and a cache hid that it is in the archive. The next result that the same rerun
    /// moves must not replace it.
    /// </summary>
    [Fact]
    public async Task Result_that_is_moved_later_lies_beside_the_first_one()
    {
        var directory = new LostReply(new FileSystemDirectory(temporary.Path));
        var archive = new RerunArchive(directory, "me", "archive/now-me");
        await archive.Prepare();
        MakeResult("first");
        (directory.IsLost, directory.Hides, directory.HidesListing) = (true, true, true);
        Assert.False(await archive.Take("results/0.json"));
        MakeResult("second");

        (directory.IsLost, directory.Hides, directory.HidesListing) = (false, false, false);
        Assert.True(await archive.Take("results/0.json"));

        Assert.Equal("first", File.ReadAllText(Path.Combine(temporary.Path, "archive/now-me/results/0.json")));
        Assert.Equal("second", File.ReadAllText(Path.Combine(temporary.Path, "archive/now-me/results/0.json.2")));
    }

    /// <summary>The rename looked the new name up before, and the cache still says that there is none.</summary>
    [Fact]
    public async Task Move_whose_reply_was_lost_is_known_by_a_listing()
    {
        var directory = new LostReply(new FileSystemDirectory(temporary.Path)) { IsLost = true, Hides = true };
        var archive = new RerunArchive(directory, "me", "archive/now-me");
        MakeResult("first");

        await archive.Prepare();

        Assert.True(await archive.Take("results/0.json"));
        Assert.False(await archive.Take("results/0.json"));
    }

    /// <summary>
    /// The move of the first result was done and failed, and this process was stopped. When it repeats the move, the point has the next
    /// result.
    /// </summary>
    [Fact]
    public async Task Repeated_move_does_not_replace_what_the_first_try_moved()
    {
        var failing = new FailsAfterRename(new FileSystemDirectory(temporary.Path), "results/0.json", () => MakeResult("second"));
        var time = new FakeTimeProvider();
        var archive = new RerunArchive(new RetryingDirectory(failing, time), "me", "archive/now-me");
        await archive.Prepare();
        MakeResult("first");

        var move = archive.Take("results/0.json").AsTask();
        while (!move.IsCompleted)
            time.Advance(TimeSpan.FromMilliseconds(10));

        Assert.True(await move);
        Assert.Equal("first", File.ReadAllText(Path.Combine(temporary.Path, "archive/now-me/results/0.json")));
        Assert.Equal("second", File.ReadAllText(Path.Combine(temporary.Path, "archive/now-me/results/0.json.2")));
    }

    private void MakeResult(string content)
    {
        var folder = Directory.CreateDirectory(Path.Combine(temporary.Path, "results"));
        File.WriteAllText(Path.Combine(folder.FullName, "0.json"), content);
    }

    private void MakeCheckpoint(string content)
    {
        var folder = Directory.CreateDirectory(Path.Combine(temporary.Path, "checkpoints", "0"));
        File.WriteAllText(Path.Combine(folder.FullName, "model"), content);
    }
}
