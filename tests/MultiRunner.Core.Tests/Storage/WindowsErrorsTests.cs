using System.Runtime.Versioning;
using MultiRunner.Storage;
using Xunit;

namespace MultiRunner.Core.Tests.Storage;

/// <summary>What errors of Windows mean, on whatever system these tests run.</summary>
[SupportedOSPlatform("windows")]
public sealed class WindowsErrorsTests : IDisposable
{
    private readonly TemporaryDirectory temporary = new();

    public void Dispose() => temporary.Dispose();

    [Theory]
    [InlineData(unchecked((int)0x80070020), 32)]
    [InlineData(unchecked((int)0x80070005), 5)]
    [InlineData(unchecked((int)0x80131620), 0)]
    [InlineData(116, 0)]
    public void The_error_number_is_that_of_the_exception(int result, int error) => Assert.Equal(error, Win32.ErrorOf(new IOException("", result)));

    /// <summary>
    /// Windows does not rename a directory while a file below it is open, and says the same as of a name that is taken. Wine renames it, so
    /// the meaning of the error is tested by itself.
    /// </summary>
    [Theory]
    [InlineData(5)]
    [InlineData(32)]
    public void A_directory_that_cannot_be_renamed_now_is_no_answer_but_an_error_that_passes(int error)
    {
        var from = Directory.CreateDirectory(At("artifacts")).FullName;

        var refused = Assert.Throws<SharedDirectoryException>(() => WindowsFileSystem.Answer(error, from, At("0")));

        Assert.True(refused.IsTransient, refused.ToString());
        Assert.Equal(error, refused.Error);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(80)]
    [InlineData(183)]
    public void A_directory_whose_new_name_is_taken_is_not_renamed(int error)
    {
        var (from, to) = (Directory.CreateDirectory(At("mine")).FullName, Directory.CreateDirectory(At("theirs")).FullName);

        Assert.False(WindowsFileSystem.Answer(error, from, to));
        Assert.True(WindowsFileSystem.Answer(0, from, At("0")));
    }

    private string At(string path) => Path.Combine(temporary.Path, path);
}
