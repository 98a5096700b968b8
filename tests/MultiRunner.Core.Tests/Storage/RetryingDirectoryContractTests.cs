using MultiRunner.Storage;

namespace MultiRunner.Core.Tests.Storage;

/// <summary>Where nothing fails, a retrying directory is the directory that it wraps.</summary>
public sealed class RetryingDirectoryContractTests : SharedDirectoryContract, IDisposable
{
    private readonly TemporaryDirectory temporary = new();

    private protected override ISharedDirectory Directory => new RetryingDirectory(new FileSystemDirectory(temporary.Path), TimeProvider.System);

    public void Dispose() => temporary.Dispose();
}
