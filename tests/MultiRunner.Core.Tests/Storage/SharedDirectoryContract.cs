using System.Text;
using MultiRunner.Storage;
using Xunit;

namespace MultiRunner.Core.Tests.Storage;

/// <summary>
/// What the protocol relies on in any shared directory. To check another implementation, derive a class that hands out a
/// new and empty one.
/// </summary>
public abstract class SharedDirectoryContract
{
    private protected abstract ISharedDirectory Directory { get; }

    [Fact]
    public async Task What_was_written_is_read()
    {
        await Directory.Write("a", Bytes("one"));
        await Directory.WriteDurable("b", Bytes("two"));

        Assert.Equal("one", await Read("a"));
        Assert.Equal("two", await Read("b"));
    }

    [Fact]
    public async Task Files_are_listed_with_those_in_the_directories_below()
    {
        await Directory.CreateDirectory("top/middle/low");
        await Directory.CreateDirectory("top/empty");
        foreach (var file in new[] { "top/a", "top/middle/b", "top/middle/low/c" })
            await Directory.Write(file, Bytes("x"));

        Assert.Equal(["a", "middle/b", "middle/low/c"], (await Directory.ListFiles("top")).Order(StringComparer.Ordinal));
        Assert.Equal(["b", "low/c"], (await Directory.ListFiles("top/middle")).Order(StringComparer.Ordinal));
        Assert.Empty(await Directory.ListFiles("top/empty"));
        Assert.Empty(await Directory.ListFiles("nothing/there"));
    }

    [Fact]
    public async Task Writing_replaces_all_of_the_old_content()
    {
        await Directory.Write("a", Bytes("a long text"));
        await Directory.Write("a", Bytes("short"));
        Assert.Equal("short", await Read("a"));

        await Directory.WriteDurable("a", Bytes("x"));
        Assert.Equal("x", await Read("a"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(262_144)]
    [InlineData(1_000_003)]
    [InlineData(1_048_576)]
    [InlineData(1_048_577)]
    [InlineData(3_000_001)]
    public async Task Content_may_have_any_size_and_any_bytes(int length)
    {
        var content = new byte[length];
        new Random(length).NextBytes(content);
        await Directory.WriteDurable("a", content);

        Assert.Equal(content, await Directory.TryRead("a"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1_000_003)]
    public async Task Content_may_be_written_in_pieces_and_replaces_all_of_the_old(int length)
    {
        var content = new byte[length];
        new Random(length).NextBytes(content);
        await Directory.Write("a", Bytes("a long text"));
        await Directory.WriteInPieces("a", stream =>
        {
            foreach (var piece in content.Chunk(40_000))
                stream.Write(piece);
        });

        Assert.Equal(content, await Directory.TryRead("a"));
    }

    [Theory]
    [InlineData(0, 4)]
    [InlineData(3, 4)]
    [InlineData(4, 4)]
    [InlineData(5, 4)]
    [InlineData(3_000_001, 65_536)]
    public async Task The_start_of_a_file_is_as_long_as_the_file_or_as_is_asked_for(int length, int most)
    {
        var content = new byte[length];
        new Random(length).NextBytes(content);
        await Directory.Write("a", content);

        Assert.Equal(content[..Math.Min(length, most)], await Directory.TryReadStart("a", most));
    }

    [Fact]
    public async Task A_file_that_is_not_there_reads_as_null()
    {
        await Directory.Write("file", Bytes(""));

        Assert.Null(await Directory.TryRead("none"));
        Assert.Null(await Directory.TryRead("none/none"));
        Assert.Null(await Directory.TryRead("file/none"));
        Assert.Null(await Directory.TryReadStart("none", 4));
    }

    [Fact]
    public async Task Writing_where_there_is_no_directory_fails()
    {
        await Assert.ThrowsAsync<SharedDirectoryException>(async () => await Directory.Write("none/a", Bytes("x")));
        await Assert.ThrowsAsync<SharedDirectoryException>(async () => await Directory.WriteDurable("none/a", Bytes("x")));
    }

    [Fact]
    public async Task A_renamed_file_has_its_new_name_only()
    {
        await Directory.Write("a", Bytes("one"));

        Assert.True(await Directory.TryRename("a", "b"));
        Assert.Equal(["b"], await List(""));
        Assert.Equal("one", await Read("b"));
        Assert.Null(await Directory.TryRead("a"));
    }

    [Fact]
    public async Task Renaming_replaces_what_has_the_new_name()
    {
        await Directory.Write("a", Bytes("one"));
        await Directory.Write("b", Bytes("two"));

        Assert.True(await Directory.TryRename("a", "b"));
        Assert.Equal(["b"], await List(""));
        Assert.Equal("one", await Read("b"));
    }

    [Fact]
    public async Task Renaming_may_move_to_another_directory()
    {
        await Directory.CreateDirectory("x");
        await Directory.CreateDirectory("y");
        await Directory.Write("x/a", Bytes("one"));

        Assert.True(await Directory.TryRename("x/a", "y/b"));
        Assert.Empty(await List("x"));
        Assert.Equal("one", await Read("y/b"));
    }

    [Fact]
    public async Task Renaming_what_is_not_there_is_false()
    {
        await Directory.Write("b", Bytes("two"));

        Assert.False(await Directory.TryRename("a", "b"));
        Assert.False(await Directory.TryRename("none/a", "b"));
        Assert.Equal("two", await Read("b"));
    }

    [Fact]
    public async Task Of_many_who_rename_one_file_to_names_of_their_own_exactly_one_succeeds()
    {
        for (var round = 0; round < 50; round++)
        {
            await Directory.Write("0_to_run", Bytes("{}"));
            var succeeded = await Task.WhenAll(Enumerable.Range(0, 16).Select(i =>
                Task.Run(() => TryRename("0_to_run", $"0_running.{i}"), TestContext.Current.CancellationToken)));

            var winner = Assert.Single(Enumerable.Range(0, 16), i => succeeded[i]);
            Assert.Equal([$"0_running.{winner}"], await List(""));
            Assert.True(await Directory.TryDelete($"0_running.{winner}"));
        }

        // Windows refuses a file to everybody else while one process renames it. Whoever repeats that finds no such file.
        async Task<bool> TryRename(string from, string to)
        {
            try
            {
                return await Directory.TryRename(from, to);
            }
            catch (SharedDirectoryException e) when (e is { IsInUse: true, IsTransient: true })
            {
                return false;
            }
        }
    }

    [Fact]
    public async Task A_directory_is_renamed_with_everything_in_it()
    {
        await Directory.CreateDirectory(".ini-w/deep");
        await Directory.Write(".ini-w/a", Bytes("one"));
        await Directory.Write(".ini-w/deep/b", Bytes("two"));

        Assert.True(await Directory.TryRenameDirectory(".ini-w", "ini"));
        Assert.Equal(["ini"], await List(""));
        Assert.Equal(["a", "deep"], await List("ini"));
        Assert.Equal("two", await Read("ini/deep/b"));
    }

    [Fact]
    public async Task A_directory_is_not_renamed_over_another_that_holds_something()
    {
        await Directory.CreateDirectory(".ini-w");
        await Directory.Write(".ini-w/a", Bytes("mine"));
        await Directory.CreateDirectory("ini");
        await Directory.Write("ini/a", Bytes("theirs"));

        Assert.False(await Directory.TryRenameDirectory(".ini-w", "ini"));
        Assert.Equal([".ini-w", "ini"], await List(""));
        Assert.Equal("mine", await Read(".ini-w/a"));
        Assert.Equal("theirs", await Read("ini/a"));
    }

    [Fact]
    public async Task Renaming_a_directory_that_is_not_there_is_false()
    {
        Assert.False(await Directory.TryRenameDirectory(".ini-w", "ini"));
        Assert.Empty(await List(""));
    }

    [Fact]
    public async Task A_listing_names_files_and_directories_whatever_they_are_called()
    {
        await Directory.CreateDirectory("x/directory");
        await Directory.Write("x/file", Bytes(""));
        await Directory.Write("x/.hidden", Bytes(""));
        await Directory.Write("x/größe 数 😀", Bytes(""));

        Assert.Equal([".hidden", "directory", "file", "größe 数 😀"], await List("x"));
    }

    [Fact]
    public async Task A_directory_that_is_not_there_lists_nothing()
    {
        Assert.Empty(await Directory.List("none"));
        Assert.Empty(await Directory.List("none/none"));
    }

    [Fact]
    public async Task A_listing_shows_every_one_of_many_files()
    {
        await Directory.CreateDirectory("ini");
        for (var i = 0; i < 500; i++)
            await Directory.Write($"ini/{i}_to_run", Bytes("{}"));

        Assert.Equal(Enumerable.Range(0, 500).Select(i => $"{i}_to_run").Order(StringComparer.Ordinal), await List("ini"));
    }

    [Fact]
    public async Task A_deleted_file_is_gone_and_deleting_it_again_is_false()
    {
        await Directory.Write("a", Bytes(""));

        Assert.True(await Directory.TryDelete("a"));
        Assert.False(await Directory.TryDelete("a"));
        Assert.False(await Directory.TryDelete("none/a"));
        Assert.Empty(await List(""));
    }

    [Fact]
    public async Task Making_a_directory_makes_its_parents_and_keeps_what_is_there()
    {
        await Directory.CreateDirectory("x/y/z");
        await Directory.Write("x/y/a", Bytes("one"));
        await Directory.CreateDirectory("x/y");

        Assert.Equal(["a", "z"], await List("x/y"));
    }

    [Fact]
    public async Task A_directory_is_deleted_with_everything_in_it_and_deleting_it_again_is_well()
    {
        await Directory.CreateDirectory("x/y/z");
        await Directory.Write("x/y/a", Bytes("one"));

        await Directory.DeleteDirectory("x");
        await Directory.DeleteDirectory("x");
        Assert.Empty(await List(""));
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private async Task<string?> Read(string path) =>
        await Directory.TryRead(path) is { } content ? Encoding.UTF8.GetString(content) : null;

    private async Task<IEnumerable<string>> List(string path) => (await Directory.List(path)).Order(StringComparer.Ordinal);
}
