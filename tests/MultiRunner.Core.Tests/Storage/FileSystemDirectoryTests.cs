using System.Diagnostics;
using System.Globalization;
using MultiRunner.Storage;
using Xunit;

namespace MultiRunner.Core.Tests.Storage;

public sealed class FileSystemDirectoryTests : SharedDirectoryContract, IDisposable
{
    private readonly TemporaryDirectory temporary = new();

    public static bool IsLinux => OperatingSystem.IsLinux();

    private protected override ISharedDirectory Directory => new FileSystemDirectory(temporary.Path);

    public void Dispose() => temporary.Dispose();

    [Fact]
    public void Its_root_is_absolute() =>
        Assert.Equal(Path.Combine(Environment.CurrentDirectory, "sweeps"), new FileSystemDirectory("sweeps").Root);

    [Fact]
    public async Task A_root_that_is_not_there_is_empty_and_can_be_made()
    {
        var directory = new FileSystemDirectory(Path.Combine(temporary.Path, "a", "b"));

        Assert.Empty(await directory.List(""));
        await directory.CreateDirectory("ini");
        Assert.Equal(["ini"], await directory.List(""));
    }

    /// <summary>A link may lead back to a directory above it.</summary>
    [Fact]
    public async Task Links_to_directories_are_listed_and_not_followed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a right of their own on Windows");
        var directory = new FileSystemDirectory(temporary.Path);
        await directory.CreateDirectory("files/below");
        await directory.Write("files/below/a", "x"u8.ToArray());
        File.CreateSymbolicLink(Path.Combine(temporary.Path, "files", "below", "back"), "..");

        Assert.Equal(["below/a", "below/back"], (await directory.ListFiles("files")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Reading_a_directory_fails()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "error numbers of Linux");
        var directory = new FileSystemDirectory(temporary.Path);
        await directory.CreateDirectory("x");

        var e = await Assert.ThrowsAsync<SharedDirectoryException>(async () => await directory.TryRead("x"));
        Assert.Equal($"read of '{temporary.Path}/x' failed: Is a directory (error 21)", e.Message);
        Assert.False(e.IsTransient);
    }

    [Fact]
    public async Task Making_a_directory_where_a_file_is_fails()
    {
        var directory = new FileSystemDirectory(temporary.Path);
        await directory.Write("a", default);

        var e = await Assert.ThrowsAsync<SharedDirectoryException>(async () => await directory.CreateDirectory("a"));
        Assert.IsAssignableFrom<IOException>(e.InnerException);
        Assert.False(OperatingSystem.IsLinux() && e.IsTransient);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_full_disk_is_reported(bool durable)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs /dev/full");
        var directory = new FileSystemDirectory("/dev");

        var e = await Assert.ThrowsAsync<SharedDirectoryException>(
            async () => await (durable ? directory.WriteDurable("full", new byte[10]) : directory.Write("full", new byte[10])));
        Assert.Equal("write of '/dev/full' failed: No space left on device (error 28)", e.Message);
        Assert.Equal(28, e.Error);
        Assert.False(e.IsTransient);
    }

    [Fact]
    public async Task A_disk_that_is_full_after_some_pieces_is_reported()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs /dev/full");
        var directory = new FileSystemDirectory("/dev");

        var e = await Assert.ThrowsAsync<SharedDirectoryException>(async () => await directory.WriteInPieces("full", s => s.Write(new byte[10])));
        Assert.Equal("write of '/dev/full' failed: No space left on device (error 28)", e.Message);
    }

    [Fact]
    public async Task A_failed_sync_is_reported()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs a device that takes writes and refuses fsync");
        var directory = new FileSystemDirectory("/dev");
        await directory.Write("null", new byte[10]);

        var e = await Assert.ThrowsAsync<SharedDirectoryException>(async () => await directory.WriteDurable("null", new byte[10]));
        Assert.Equal("fsync of '/dev/null' failed: Invalid argument (error 22)", e.Message);
        Assert.Equal(22, e.Error);
    }

    [Fact]
    public async Task Failed_writes_leave_no_file_open()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs /dev/full and /proc");
        var directory = new FileSystemDirectory("/dev");
        for (var i = 0; i < 100; i++)
            await Assert.ThrowsAsync<SharedDirectoryException>(async () => await directory.Write("full", new byte[1]));

        Assert.DoesNotContain("/dev/full", new DirectoryInfo("/proc/self/fd").GetFiles().Select(f => f.LinkTarget));
    }

    [Fact]
    public async Task A_process_that_is_started_while_a_file_is_written_does_not_hold_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs pipes with names, and /proc");
        var pipe = Path.Combine(temporary.Path, "pipe");
        using (var made = Process.Start("mkfifo", [pipe]))
            await made.WaitForExitAsync(TestContext.Current.CancellationToken);

        // More than a pipe takes: the writer has the file open until somebody reads. Opening it for reading waits for the writer.
        var directory = new FileSystemDirectory(temporary.Path);
        var writing = Task.Run(async () => await directory.Write("pipe", new byte[1_000_000]), TestContext.Current.CancellationToken);
        using var reader = File.OpenRead(pipe);
        using var child = Process.Start("sleep", ["60"]);
        try
        {
            var open = new DirectoryInfo(string.Create(CultureInfo.InvariantCulture, $"/proc/{child.Id}/fd")).GetFiles().Select(f => f.LinkTarget).ToList();

            Assert.False(writing.IsCompleted);
            Assert.NotEmpty(open);
            Assert.DoesNotContain(pipe, open);
        }
        finally
        {
            child.Kill();
            await reader.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);
            await writing;
        }
    }

    [Theory(Skip = "error numbers of Linux", SkipUnless = nameof(IsLinux))]
    [InlineData(5, true)] // EIO
    [InlineData(11, true)] // EAGAIN
    [InlineData(16, true)] // EBUSY
    [InlineData(32, true)] // EPIPE
    [InlineData(70, true)] // ECOMM
    [InlineData(101, true)] // ENETUNREACH
    [InlineData(104, true)] // ECONNRESET
    [InlineData(107, true)] // ENOTCONN
    [InlineData(108, true)] // ESHUTDOWN
    [InlineData(110, true)] // ETIMEDOUT
    [InlineData(111, true)] // ECONNREFUSED
    [InlineData(112, true)] // EHOSTDOWN
    [InlineData(113, true)] // EHOSTUNREACH
    [InlineData(116, true)] // ESTALE
    [InlineData(121, true)] // EREMOTEIO
    [InlineData(1, false)] // EPERM
    [InlineData(2, false)] // ENOENT
    [InlineData(13, false)] // EACCES
    [InlineData(17, false)] // EEXIST
    [InlineData(28, false)] // ENOSPC
    [InlineData(30, false)] // EROFS
    [InlineData(39, false)] // ENOTEMPTY
    [InlineData(122, false)] // EDQUOT
    public void Errors_that_may_pass_are_told_from_those_that_stay(int error, bool transient)
    {
        Assert.Equal(transient, Posix.IsTransient(error));
        Assert.Equal(transient, Posix.Failed("rename", "x", error).IsTransient);
    }
}
