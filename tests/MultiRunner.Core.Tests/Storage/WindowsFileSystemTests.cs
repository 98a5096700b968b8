using System.Runtime.Versioning;
using MultiRunner.Storage;
using Xunit;

namespace MultiRunner.Core.Tests.Storage;

/// <summary>What the protocol relies on and only Windows can get wrong.</summary>
[SupportedOSPlatform("windows")]
public sealed class WindowsFileSystemTests : IDisposable
{
    private const string NeedsWindows = "needs Windows";

    private readonly string root = Directory.CreateTempSubdirectory("multirunner-").FullName;
    private readonly FileSystemDirectory directory;

    public WindowsFileSystemTests() => directory = new FileSystemDirectory(root);

    public static bool IsWindows => OperatingSystem.IsWindows();

    public void Dispose() => Directory.Delete(root, recursive: true);

    /// <summary>A opens 5_to_run to rename it; B opens it to rename it, too; both rename what they have open, and both have won.</summary>
    [Fact(Skip = NeedsWindows, SkipUnless = nameof(IsWindows))]
    public async Task A_file_that_one_process_is_renaming_is_refused_to_the_next()
    {
        await directory.Write("5_to_run", "{}"u8.ToArray());
        using (var first = Win32.OpenToRename(At("5_to_run")))
        {
            Assert.False(first.IsInvalid);
            var refused = await Assert.ThrowsAsync<SharedDirectoryException>(async () => await directory.TryRename("5_to_run", "5_running.b"));
            Assert.True(refused is { IsInUse: true, IsTransient: true }, refused.ToString());
            Assert.Equal(0, Win32.Rename(first, At("5_running.a"), replaces: true));
        }

        Assert.False(await directory.TryRename("5_to_run", "5_running.b"));
        Assert.Equal(["5_running.a"], await directory.List(""));
    }

    [Fact(Skip = NeedsWindows, SkipUnless = nameof(IsWindows))]
    public async Task Readers_of_a_sweep_stand_in_nobodys_way()
    {
        await directory.Write("0_to_run", "{}"u8.ToArray());
        using var reader = File.OpenHandle(At("0_to_run"), share: FileShare.ReadWrite | FileShare.Delete);

        Assert.NotNull(await directory.TryRead("0_to_run"));
        Assert.True(await directory.TryRename("0_to_run", "0_running.a"));
    }

    [Fact(Skip = NeedsWindows, SkipUnless = nameof(IsWindows))]
    public async Task A_reader_that_shares_nothing_is_an_error_that_passes()
    {
        await directory.Write("0_to_run", "{}"u8.ToArray());
        using (File.OpenHandle(At("0_to_run"), share: FileShare.Read))
        {
            var refused = await Assert.ThrowsAsync<SharedDirectoryException>(async () => await directory.TryRename("0_to_run", "0_running.a"));
            Assert.True(refused is { IsInUse: true, IsTransient: true, Error: 32 }, refused.ToString());
            Assert.True((await Assert.ThrowsAsync<SharedDirectoryException>(async () => await directory.TryDelete("0_to_run"))).IsTransient);
        }

        Assert.True(await directory.TryRename("0_to_run", "0_running.a"));
    }

    /// <summary>
    /// On NTFS a file is replaced while others have it open. Where that is not possible, as under Wine, the error is ERROR_ACCESS_DENIED.
    /// Whoever took it for "there is no such file" would lose the new file.
    /// </summary>
    [Fact(Skip = NeedsWindows, SkipUnless = nameof(IsWindows))]
    public async Task A_file_that_is_open_is_replaced_or_that_is_an_error_that_passes()
    {
        await directory.Write("report", "old"u8.ToArray());
        await directory.Write(".report", "new"u8.ToArray());
        using (File.OpenHandle(At("report"), share: FileShare.ReadWrite | FileShare.Delete))
        {
            try
            {
                Assert.True(await directory.TryRename(".report", "report"));
            }
            catch (SharedDirectoryException refused)
            {
                Assert.True(refused is { IsTransient: true, Error: Win32.AccessDenied }, refused.ToString());
                Assert.Equal("new"u8.ToArray(), await directory.TryRead(".report"));
            }
        }

        await directory.Write(".report", "newer"u8.ToArray());
        Assert.True(await directory.TryRename(".report", "report"));
        Assert.Equal("newer"u8.ToArray(), await directory.TryRead("report"));
    }

    /// <summary>The new name is free. Whoever took the error for the answer "it is taken" would lose what is in the directory.</summary>
    [Fact(Skip = NeedsWindows, SkipUnless = nameof(IsWindows))]
    public async Task A_directory_that_somebody_has_open_is_an_error_that_passes()
    {
        await directory.CreateDirectory("artifacts/.0");
        await directory.Write("artifacts/.0/model", "weights"u8.ToArray());
        using (var somebody = Win32.OpenToRename(At("artifacts/.0")))
        {
            Assert.False(somebody.IsInvalid);
            var refused = await Assert.ThrowsAsync<SharedDirectoryException>(
                async () => await directory.TryRenameDirectory("artifacts/.0", "artifacts/0"));
            Assert.True(refused.IsTransient, refused.ToString());
        }

        Assert.True(await directory.TryRenameDirectory("artifacts/.0", "artifacts/0"));
        Assert.Equal("weights"u8.ToArray(), await directory.TryRead("artifacts/0/model"));
    }

    /// <summary>Another process has opened the file to rename it, and has not renamed it yet. It lets others read, and they must let it rename.</summary>
    [Fact(Skip = NeedsWindows, SkipUnless = nameof(IsWindows))]
    public async Task A_file_that_somebody_is_renaming_is_read()
    {
        await directory.Write("0_to_run", "{}"u8.ToArray());
        using var renaming = Win32.OpenToRename(At("0_to_run"));
        Assert.False(renaming.IsInvalid);

        Assert.Equal("{}"u8.ToArray(), await directory.TryRead("0_to_run"));
    }

    /// <summary>Others read a report, say, while its next version is written under another name.</summary>
    [Fact(Skip = NeedsWindows, SkipUnless = nameof(IsWindows))]
    public async Task A_file_that_somebody_writes_is_read()
    {
        await directory.Write("a", "{}"u8.ToArray());
        using var writing = File.OpenHandle(At("a"), FileMode.Open, FileAccess.Write, FileShare.Read | FileShare.Delete);

        Assert.Equal("{}"u8.ToArray(), await directory.TryRead("a"));
    }

    [Fact(Skip = NeedsWindows, SkipUnless = nameof(IsWindows))]
    public async Task A_hidden_file_is_replaced()
    {
        await directory.Write(".a", "a long text"u8.ToArray());
        File.SetAttributes(At(".a"), FileAttributes.Hidden);

        await directory.WriteDurable(".a", "short"u8.ToArray());

        Assert.Equal("short"u8.ToArray(), await directory.TryRead(".a"));
    }

    [Fact(Skip = NeedsWindows, SkipUnless = nameof(IsWindows))]
    public async Task Long_paths_are_renamed_and_deleted()
    {
        var deep = string.Join('/', Enumerable.Repeat(new string('x', 60), 6));
        await directory.CreateDirectory(deep);
        await directory.Write($"{deep}/a", "{}"u8.ToArray());

        Assert.True(await directory.TryRename($"{deep}/a", $"{deep}/b"));
        Assert.True(await directory.TryRenameDirectory(deep, $"{deep}-moved"));
        Assert.True(await directory.TryDelete($"{deep}-moved/b"));
        Assert.False(await directory.TryDelete($"{deep}-moved/b"));
    }

    [Theory(Skip = NeedsWindows, SkipUnless = nameof(IsWindows))]
    [InlineData("none/a")]
    [InlineData("a*b")]
    public async Task What_will_never_be_possible_is_no_error_that_passes(string path) =>
        Assert.False((await Assert.ThrowsAsync<SharedDirectoryException>(async () => await directory.Write(path, "{}"u8.ToArray()))).IsTransient);

    private string At(string path) => Path.Combine(root, path);
}
