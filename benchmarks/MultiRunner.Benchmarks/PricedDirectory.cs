using MultiRunner.Storage;

namespace MultiRunner.Benchmarks;

/// <summary>The directory as one simulated worker has it: operations take time, and after its death none of them ever ends.</summary>
internal sealed class PricedDirectory(ISharedDirectory inner, OperationPrices prices, TimeProvider time) : ISharedDirectory
{
    private bool isDead;

    /// <summary>The worker dies: what it has begun and not done does not happen.</summary>
    public void Die() => isDead = true;

    public async ValueTask<bool> TryRename(string from, string to)
    {
        await Pay(prices.Small).ConfigureAwait(false);
        return await inner.TryRename(from, to).ConfigureAwait(false);
    }

    public async ValueTask<bool> TryRenameDirectory(string from, string to)
    {
        await Pay(prices.Small).ConfigureAwait(false);
        return await inner.TryRenameDirectory(from, to).ConfigureAwait(false);
    }

    public async ValueTask<byte[]?> TryRead(string path)
    {
        await Pay(prices.Small).ConfigureAwait(false);
        return await inner.TryRead(path).ConfigureAwait(false);
    }

    public async ValueTask WriteDurable(string path, ReadOnlyMemory<byte> content)
    {
        await Pay(prices.DurableWrite).ConfigureAwait(false);
        await inner.WriteDurable(path, content).ConfigureAwait(false);
    }

    public async ValueTask Write(string path, ReadOnlyMemory<byte> content)
    {
        await Pay(prices.Small).ConfigureAwait(false);
        await inner.Write(path, content).ConfigureAwait(false);
    }

    /// <summary>What it shows is as old as its beginning.</summary>
    public async ValueTask<IReadOnlyList<string>> List(string path)
    {
        var names = await inner.List(path).ConfigureAwait(false);
        await Pay(prices.Small + (names.Count * prices.Name)).ConfigureAwait(false);
        return names;
    }

    public async ValueTask<bool> TryDelete(string path)
    {
        await Pay(prices.Small).ConfigureAwait(false);
        return await inner.TryDelete(path).ConfigureAwait(false);
    }

    public async ValueTask CreateDirectory(string path)
    {
        await Pay(prices.Small).ConfigureAwait(false);
        await inner.CreateDirectory(path).ConfigureAwait(false);
    }

    public async ValueTask DeleteDirectory(string path)
    {
        await Pay(prices.Small).ConfigureAwait(false);
        await inner.DeleteDirectory(path).ConfigureAwait(false);
    }

    private async ValueTask Pay(TimeSpan price)
    {
        if (price > TimeSpan.Zero)
            await Task.Delay(price, time).ConfigureAwait(false);
        if (isDead)
            await new TaskCompletionSource().Task.ConfigureAwait(false);
    }
}
